import { randomUUID } from 'node:crypto';
import { database } from '../../client.ts';
import { memberships, orgs, posts, users } from '../../schema.ts';

function one<Row>([row]: Row[]): Row {
  if (!row) throw new Error('The insert returned no row');
  return row;
}

const unique = (prefix: string) => `${prefix}-${randomUUID().slice(0, 8)}`;

/** A person of no org. */
export async function createUser(user: Partial<typeof users.$inferInsert> = {}) {
  const values = {
    email: `${unique('person')}@example.test`,
    name: 'Person',
    passwordHash: 'none',
  };
  return one(
    await database()
      .insert(users)
      .values({ ...values, ...user })
      .returning(),
  );
}

/** An org with one author. */
export async function createOrg(org: Partial<typeof orgs.$inferInsert> = {}) {
  const values = { slug: unique('org'), name: 'Org', ...org };
  const row = one(await database().insert(orgs).values(values).returning());
  const author = await createUser({ name: 'Author' });
  await database().insert(memberships).values({ orgId: row.id, userId: author.id, role: 'author' });
  return { ...row, author };
}

/** A draft of the org's author. */
export async function createPost(
  org: Awaited<ReturnType<typeof createOrg>>,
  post: Partial<typeof posts.$inferInsert> = {},
) {
  const values = { slug: unique('post'), title: 'Title', topic: 'news' as const, body: 'Text.' };
  return one(
    await database()
      .insert(posts)
      .values({ ...values, orgId: org.id, authorId: org.author.id, ...post })
      .returning(),
  );
}
