import { randomUUID } from 'node:crypto';
import type { OrgRole, StaffRole } from '@repo/auth/session';
import { database } from '@repo/db/client';
import { PLANS, type Plan } from '@repo/db/plans';
import { memberships, orgs, posts, subscriptions, users } from '@repo/db/schema';

/** Somebody made for a test. Their password is unknown. */
export interface TestUser {
  id: string;
  email: string;
}

export interface TestOrg {
  id: string;
  slug: string;
}

function one<Row>([row]: Row[]): Row {
  if (!row) throw new Error('The insert returned no row');
  return row;
}

/** An org of its own. Give a larger plan where it needs many posts. */
export async function createTestOrg({ plan = 'free' }: { plan?: Plan } = {}): Promise<TestOrg> {
  const slug = `org-${randomUUID().slice(0, 8)}`;
  const org = one(await database().insert(orgs).values({ slug, name: slug }).returning());
  if (plan === 'free') return org;
  const paid = { id: slug, orgId: org.id, plan, asOf: new Date(), ended: false };
  await database()
    .insert(subscriptions)
    .values({ ...paid, postQuota: PLANS[plan].posts });
  return org;
}

/** A person; in an org, of the staff or disabled if wanted. */
export async function createTestUser(
  as: {
    org?: TestOrg;
    role?: OrgRole;
    staffRole?: StaffRole;
    disabled?: boolean;
    passwordHash?: string;
  } = {},
): Promise<TestUser> {
  const name = as.staffRole ?? as.role ?? 'person';
  const values = {
    email: `${name}-${randomUUID().slice(0, 8)}@example.test`,
    name,
    passwordHash: as.passwordHash ?? 'none',
    staffRole: as.staffRole ?? null,
    disabledAt: as.disabled ? new Date() : null,
  };
  const user = one(await database().insert(users).values(values).returning());
  if (as.org) {
    await database()
      .insert(memberships)
      .values({ orgId: as.org.id, userId: user.id, role: as.role ?? 'member' });
  }
  return user;
}

/** A draft of this author; give `publishedAt` for a published post. */
export async function createTestPost(
  org: TestOrg,
  author: TestUser,
  post: Partial<typeof posts.$inferInsert> = {},
) {
  const slug = `post-${randomUUID().slice(0, 8)}`;
  const values = {
    slug,
    title: slug,
    topic: 'news' as const,
    body: 'Text.',
    orgId: org.id,
    authorId: author.id,
    ...post,
  };
  return one(await database().insert(posts).values(values).returning());
}
