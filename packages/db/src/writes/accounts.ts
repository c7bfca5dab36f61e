import { and, eq, isNull, isNotNull } from 'drizzle-orm';
import type { Queryable, Transaction } from '../client.ts';
import { memberships, orgs, users } from '../schema.ts';

type User = typeof users.$inferSelect;

/** The person with this address (lower case, trimmed), with the password hash; null when unknown. */
export async function getUserByEmail(db: Queryable, email: string): Promise<User | null> {
  const [user] = await db.select().from(users).where(eq(users.email, email));
  return user ?? null;
}

/** The person, or null. Nobody can change or disable them until the transaction ends. */
export async function lockUser(tx: Transaction, userId: string): Promise<User | null> {
  const [user] = await tx.select().from(users).where(eq(users.id, userId)).for('share');
  return user ?? null;
}

/** Adds a person. Null when the address is known already. */
export async function insertUser(
  tx: Transaction,
  user: Pick<User, 'email' | 'name' | 'passwordHash'>,
): Promise<User | null> {
  const [row] = await tx
    .insert(users)
    .values(user)
    .onConflictDoNothing({ target: users.email })
    .returning();
  return row ?? null;
}

/** Changes the password of whoever has this address. Null when nobody has it, or they are disabled. */
export async function setPassword(
  tx: Transaction,
  email: string,
  passwordHash: string,
): Promise<User | null> {
  const [row] = await tx
    .update(users)
    .set({ passwordHash })
    .where(and(eq(users.email, email), isNull(users.disabledAt)))
    .returning();
  return row ?? null;
}

/** Adds an org with its owner. Null when the slug is taken. */
export async function insertOrg(
  tx: Transaction,
  org: { slug: string; name: string; ownerId: string },
): Promise<typeof orgs.$inferSelect | null> {
  const [row] = await tx
    .insert(orgs)
    .values({ slug: org.slug, name: org.name })
    .onConflictDoNothing({ target: orgs.slug })
    .returning();
  if (!row) return null;
  await tx.insert(memberships).values({ orgId: row.id, userId: org.ownerId, role: 'owner' });
  return row;
}

/** Disables or enables a person. Null when there is none, or nothing to change. */
export async function setDisabled(
  tx: Transaction,
  userId: string,
  disabled: boolean,
): Promise<User | null> {
  const [row] = await tx
    .update(users)
    .set({ disabledAt: disabled ? new Date() : null })
    .where(
      and(eq(users.id, userId), disabled ? isNull(users.disabledAt) : isNotNull(users.disabledAt)),
    )
    .returning();
  return row ?? null;
}
