import { and, eq, isNull, lte, sql } from 'drizzle-orm';
import type { Adapter, DatabaseSession } from 'lucia';
import type { Queryable } from '@repo/db/client';
import { memberships, orgs, sessions, users } from '@repo/db/schema';
import type { Audience, Membership, Session } from '../session.ts';
import { hashSecret, parseToken, secretMatches } from './token.ts';

declare module 'lucia' {
  interface Register {
    DatabaseUserAttributes: { user: Session['user']; memberships: Membership[] };
    DatabaseSessionAttributes: { absoluteExpiresAt: Date };
  }
}

const membershipsOfUser = sql<Membership[]>`coalesce((
  select json_agg(json_build_object(
    'role', ${memberships.role},
    'org', json_build_object('id', ${orgs.id}, 'slug', ${orgs.slug}, 'name', ${orgs.name})
  ) order by ${orgs.name}, ${orgs.slug})
  from ${memberships} join ${orgs} on ${orgs.id} = ${memberships.orgId}
  where ${memberships.userId} = ${users.id}
), '[]')`;

/** The public id in a token, or the text itself where lucia hands back an id. */
function publicIdOf(tokenOrId: string): string {
  return parseToken(tokenOrId)?.publicId ?? tokenOrId;
}

function forLucia(row: typeof sessions.$inferSelect): DatabaseSession {
  const { id, userId, expiresAt, absoluteExpiresAt } = row;
  return { id, userId, expiresAt, attributes: { absoluteExpiresAt } };
}

/**
 * lucia's seam to the database. What lucia takes for a session id is our token; stored are its public id and the
 * hash of its secret, so a copy of the table signs nobody in. Disabled people and other audiences find nothing.
 */
export function createSessionAdapter(db: Queryable, audience: Audience): Adapter {
  const byId = (tokenOrId: string) =>
    and(eq(sessions.id, publicIdOf(tokenOrId)), eq(sessions.audience, audience));

  // lucia extends whatever is past half of its idle time, on every request once the absolute end is nearer than that.
  let extendable = true;

  return {
    async getSessionAndUser(text) {
      const token = parseToken(text);
      if (!token) return [null, null];
      const [row] = await db
        .select({
          session: sessions,
          user: { id: users.id, email: users.email, name: users.name, staffRole: users.staffRole },
          memberships: membershipsOfUser,
        })
        .from(sessions)
        .innerJoin(users, eq(users.id, sessions.userId))
        .where(and(byId(token.publicId), isNull(users.disabledAt)));
      if (!row || !secretMatches(token.secret, row.session.secretHash)) return [null, null];
      const { user, session } = row;
      extendable = session.expiresAt < session.absoluteExpiresAt;
      return [
        forLucia(session),
        { id: user.id, attributes: { user, memberships: row.memberships } },
      ];
    },

    async getUserSessions(userId) {
      const rows = await db
        .select()
        .from(sessions)
        .where(and(eq(sessions.userId, userId), eq(sessions.audience, audience)));
      return rows.map(forLucia);
    },

    async setSession({ id, userId, expiresAt, attributes }) {
      const token = parseToken(id);
      if (!token) throw new Error('A session is made from createToken() only');
      const { publicId, secret } = token;
      const row = {
        id: publicId,
        secretHash: hashSecret(secret),
        userId,
        audience,
        expiresAt,
        ...attributes,
      };
      await db.insert(sessions).values(row);
    },

    async updateSessionExpiration(id, expiresAt) {
      if (!extendable) return;
      const capped = sql`least(${expiresAt.toISOString()}::timestamptz, ${sessions.absoluteExpiresAt})`;
      await db.update(sessions).set({ expiresAt: capped }).where(byId(id));
    },

    async deleteSession(id) {
      await db.delete(sessions).where(byId(id));
    },

    async deleteUserSessions(userId) {
      await db
        .delete(sessions)
        .where(and(eq(sessions.userId, userId), eq(sessions.audience, audience)));
    },

    async deleteExpiredSessions() {
      await db.delete(sessions).where(lte(sessions.expiresAt, sql`now()`));
    },
  };
}
