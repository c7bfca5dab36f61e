import { and, eq, inArray, lte, sql } from 'drizzle-orm';
import { APP_NAMES } from '@repo/db/apps';
import { database, type Queryable } from '@repo/db/client';
import { sessions, users } from '@repo/db/schema';
import { lifetimeOf, luciaOn } from './lib/lucia.ts';
import { createToken } from './lib/token.ts';
import type { Audience, Session } from './session.ts';

/**
 * Signs a person in, and drops their sessions that have expired. Give it the transaction that the rest of the
 * sign-in runs in.
 * @returns the token for the cookie
 */
export async function createSession(
  db: Queryable,
  audience: Audience,
  userId: string,
): Promise<string> {
  await db
    .delete(sessions)
    .where(and(eq(sessions.userId, userId), lte(sessions.expiresAt, sql`now()`)));
  const token = createToken();
  const absoluteExpiresAt = new Date(Date.now() + lifetimeOf(audience).absolute.milliseconds());
  await luciaOn(db, audience).createSession(userId, { absoluteExpiresAt }, { sessionId: token });
  return token;
}

/**
 * Who this token belongs to, or null: unknown, expired, of another app, or of a disabled person.
 * One query; a second one extends the idle time once half of it is used up.
 */
export async function validateSession(
  audience: Audience,
  token: string,
  db: Queryable = database(),
): Promise<Session | null> {
  const { session, user } = await luciaOn(db, audience).validateSession(token);
  if (!session) return null;
  const { id, absoluteExpiresAt } = session;
  const expiresAt = session.expiresAt < absoluteExpiresAt ? session.expiresAt : absoluteExpiresAt;
  return { id, audience, expiresAt, user: user.user, memberships: user.memberships };
}

/** Signs one browser out, by the public id of its session (`Session.id`). */
export async function endSession(
  db: Queryable,
  audience: Audience,
  sessionId: string,
): Promise<void> {
  await luciaOn(db, audience).invalidateSession(sessionId);
}

/** Signs a person out everywhere, in all apps. */
export async function endSessionsOf(db: Queryable, userId: string): Promise<void> {
  await db.delete(sessions).where(eq(sessions.userId, userId));
}

/** How many sessions were ended, and of how many people. */
export interface EndedSessions {
  sessions: number;
  people: number;
}

/**
 * Ends sessions of all apps, for when a database, a backup or a log with cookies got out.
 * @param email whose; without it, everybody's
 * @returns null when nobody has that address
 */
export async function revokeSessions(
  db: Queryable,
  email?: string,
): Promise<Record<Audience, EndedSessions> | null> {
  const owners = db
    .select({ id: users.id })
    .from(users)
    .where(eq(users.email, email ?? ''));
  if (email !== undefined && (await owners).length === 0) return null;
  const ended = await db
    .delete(sessions)
    .where(email === undefined ? undefined : inArray(sessions.userId, owners))
    .returning({ audience: sessions.audience, userId: sessions.userId });
  const count = (audience: Audience) => {
    const own = ended.filter((session) => session.audience === audience);
    return { sessions: own.length, people: new Set(own.map(({ userId }) => userId)).size };
  };
  return Object.fromEntries(APP_NAMES.map((app) => [app, count(app)])) as Record<
    Audience,
    EndedSessions
  >;
}
