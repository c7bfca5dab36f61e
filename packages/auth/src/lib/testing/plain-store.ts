import { createHash, randomBytes } from 'node:crypto';
import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import { APPS } from '@repo/db/apps';
import { database } from '@repo/db/client';
import { sessions, users } from '@repo/db/schema';
import type { Audience } from '../../session.ts';
import type { SessionStore } from './session-store.ts';

const digest = (secret = '') => createHash('sha256').update(secret).digest('hex');

/** The same table without lucia: what is left to write on the day that lucia goes. */
export function plainStore(audience: Audience): SessionStore {
  const { idleHours, absoluteDays } = APPS[audience].session;
  const idle = sql`${`${idleHours} hours`}::interval`;
  const idleEnd = sql`now() + ${idle}`;
  return {
    async create(userId) {
      const [id, secret] = [16, 32].map((size) => randomBytes(size).toString('base64url'));
      await database().execute(sql`
        insert into sessions (id, secret_hash, user_id, audience, expires_at, absolute_expires_at)
        values (${id}, ${digest(secret)}, ${userId}, ${audience}, ${idleEnd}, now() + ${`${absoluteDays} days`}::interval)`);
      return `${id}.${secret}`;
    },
    async validate(token) {
      if (!/^[\w-]{22}\.[\w-]{43}$/.test(token)) return null;
      const [id = '', secret] = token.split('.');
      const mine = and(
        eq(sessions.id, id),
        eq(sessions.secretHash, digest(secret)),
        eq(sessions.audience, audience),
        gt(sessions.expiresAt, sql`now()`),
      );
      const [row] = await database()
        .select({ id: sessions.id, expiresAt: sessions.expiresAt, user: { id: users.id } })
        .from(sessions)
        .innerJoin(users, and(eq(users.id, sessions.userId), isNull(users.disabledAt)))
        .where(mine);
      if (!row) return null;
      const [extended] = await database().execute<{ expires_at: string }>(sql`
        update sessions set expires_at = least(${idleEnd}, absolute_expires_at) where id = ${id}
        and expires_at < absolute_expires_at and expires_at < now() + ${idle} / 2
        returning expires_at`);
      return extended ? { ...row, expiresAt: new Date(extended.expires_at) } : row;
    },
    end: async (id) => void (await database().delete(sessions).where(eq(sessions.id, id))),
    endAllOf: async (userId) =>
      void (await database().delete(sessions).where(eq(sessions.userId, userId))),
  };
}
