import { sql } from 'drizzle-orm';
import type { Database } from './client.ts';
import { samplePosts } from './seed/sample-posts.ts';
import { PLANS } from './plans.ts';
import { memberships, orgs, posts, subscriptions, users } from './schema.ts';

/** argon2id of `perimeter-dev-only`, the password of everybody in the sample data. */
const PASSWORD_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$c7pMS0LcQwkfR/KMzIrjBA$MRxXvfXI1ugqIsCrp0EWzFtFxUTfsGQJY8FPT7ZDo24';

const PEOPLE = [
  { email: 'owner@example.test', name: 'Owner', org: 'northwind', role: 'owner' },
  { email: 'author@example.test', name: 'Author', org: 'northwind', role: 'author' },
  { email: 'member@example.test', name: 'Member', org: 'northwind', role: 'member' },
  { email: 'owner2@example.test', name: 'Second owner', org: 'juniper', role: 'owner' },
  { email: 'author2@example.test', name: 'Second author', org: 'juniper', role: 'author' },
  { email: 'owner3@example.test', name: 'Third owner', org: 'harbor', role: 'owner' },
  { email: 'both@example.test', name: 'Author of two teams', org: 'northwind', role: 'author' },
] as const;

/** Their ids are the same every time: `pnpm webhook:send stripe` is about the second. */
const ORGS = [
  { id: '019a0000-0000-7000-8000-000000000001', slug: 'northwind', name: 'Northwind' },
  { id: '019a0000-0000-7000-8000-000000000002', slug: 'juniper', name: 'Juniper Labs' },
  { id: '019a0000-0000-7000-8000-000000000003', slug: 'harbor', name: 'Harbor Press' },
];

/** Who belongs to a second team. */
const ALSO = [{ email: 'both@example.test', org: 'juniper', role: 'author' }] as const;

const STAFF = [
  { email: 'staff@example.test', name: 'Staff', staffRole: 'admin' },
  { email: 'moderator@example.test', name: 'Moderator', staffRole: 'moderator' },
] as const;

/**
 * Fills an empty database with the same three orgs, 33 people and 60 posts every time.
 * @returns false when there are people already; then nothing is changed
 */
export async function seedDatabase(db: Database): Promise<boolean> {
  return db.transaction(async (tx) => {
    // Two that start together: the second waits, and then finds the people of the first.
    await tx.execute(sql`lock table ${users} in exclusive mode`);
    if ((await tx.$count(users)) > 0) return false;
    await tx.insert(orgs).values(ORGS);
    const readers = Array.from({ length: 24 }, (_, i) => ({
      email: `member${i + 2}@example.test`,
      name: `Member ${i + 2}`,
    }));
    const people = [...readers, ...STAFF, ...PEOPLE].map((person, i) => ({
      email: person.email,
      name: person.name,
      staffRole: 'staffRole' in person ? person.staffRole : null,
      passwordHash: PASSWORD_HASH,
      createdAt: new Date(Date.UTC(2026, 0, 5 + i, 9)),
    }));
    const userRows = await tx.insert(users).values(people).returning();

    const orgId = new Map(ORGS.map((org) => [org.slug, org.id]));
    const userId = new Map(userRows.map((user) => [user.email, user.id]));
    const idOf = (ids: Map<string, string>, key: string) => ids.get(key) ?? '';
    // One team has paid; the others have the free plan.
    await tx.insert(subscriptions).values({
      id: 'sub_northwind',
      orgId: idOf(orgId, 'northwind'),
      plan: 'business',
      postQuota: PLANS.business.posts,
      asOf: new Date(Date.UTC(2026, 0, 5, 9)),
      ended: false,
    });
    await tx.insert(memberships).values([
      ...[...PEOPLE, ...ALSO].map((p) => ({
        orgId: idOf(orgId, p.org),
        userId: idOf(userId, p.email),
        role: p.role,
      })),
      ...readers.map((p) => ({
        orgId: idOf(orgId, 'northwind'),
        userId: idOf(userId, p.email),
        role: 'member' as const,
      })),
    ]);
    await tx.insert(posts).values(
      samplePosts().map(({ org, author, ...post }) => ({
        ...post,
        orgId: idOf(orgId, org),
        authorId: idOf(userId, author),
      })),
    );
    return true;
  });
}
