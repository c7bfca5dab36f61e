import { randomUUID } from 'node:crypto';
import { database } from '@repo/db/client';
import { memberships, orgs, users } from '@repo/db/schema';
import type { OrgRole } from '../../session.ts';

/** A person of the test database, in an org if a role is given. */
export async function createPerson(
  person: Partial<typeof users.$inferInsert> & { role?: OrgRole } = {},
) {
  const { role, ...values } = person;
  const unique = randomUUID().slice(0, 8);
  const [user] = await database()
    .insert(users)
    .values({ email: `${unique}@example.test`, name: 'Person', passwordHash: 'none', ...values })
    .returning();
  if (!user) throw new Error('The insert returned no row');
  if (!role) return { ...user, orgSlug: null };
  const [org] = await database()
    .insert(orgs)
    .values({ slug: `org-${unique}`, name: 'Org' })
    .returning();
  if (!org) throw new Error('The insert returned no row');
  await database().insert(memberships).values({ orgId: org.id, userId: user.id, role });
  return { ...user, orgSlug: org.slug };
}
