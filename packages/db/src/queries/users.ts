import { and, count, desc, eq, isNotNull, isNull, or } from 'drizzle-orm';
import { database } from '../client.ts';
import { contains } from '../lib/contains.ts';
import { PAGE_SIZE, pageOf, type Page } from '../lib/page.ts';
import { isUuid } from '../lib/uuid.ts';
import { memberships, orgs, users } from '../schema.ts';

export type UserStatus = 'active' | 'disabled';

export interface UserFilter {
  /** Part of a name or of an email address. */
  search?: string | undefined;
  status?: UserStatus | undefined;
  /** Counts from 1. */
  page?: number | undefined;
}

const columns = {
  id: users.id,
  email: users.email,
  name: users.name,
  staffRole: users.staffRole,
  disabledAt: users.disabledAt,
  createdAt: users.createdAt,
};

export type UserListItem = Omit<typeof users.$inferSelect, 'passwordHash'>;

/** All people, newest first: for the back office only. Never carries a password hash. */
export async function listUsers(filter: UserFilter = {}): Promise<Page<UserListItem>> {
  const db = database();
  const search = filter.search?.trim();
  const where = and(
    filter.status &&
      (filter.status === 'disabled' ? isNotNull(users.disabledAt) : isNull(users.disabledAt)),
    search ? or(contains(users.name, search), contains(users.email, search)) : undefined,
  );
  const [counted] = await db.select({ total: count() }).from(users).where(where);
  const { offset, ...page } = pageOf(counted?.total ?? 0, filter.page ?? 1);
  const rows = await db
    .select(columns)
    .from(users)
    .where(where)
    .orderBy(desc(users.createdAt), desc(users.id))
    .limit(PAGE_SIZE)
    .offset(offset);
  return { ...page, rows };
}

/** One person without the password hash, or null: for the back office only. */
export async function getUser(userId: string): Promise<UserListItem | null> {
  if (!isUuid(userId)) return null;
  const [user] = await database().select(columns).from(users).where(eq(users.id, userId));
  return user ?? null;
}

/** A team that somebody belongs to, and as what. */
export interface MembershipItem {
  org: string;
  role: typeof memberships.$inferSelect.role;
}

/** The teams of a person, by name: for the back office only. */
export async function listMembershipsOf(userId: string): Promise<MembershipItem[]> {
  if (!isUuid(userId)) return [];
  return database()
    .select({ org: orgs.name, role: memberships.role })
    .from(memberships)
    .innerJoin(orgs, eq(orgs.id, memberships.orgId))
    .where(eq(memberships.userId, userId))
    .orderBy(orgs.name);
}
