import { emailTokens, idempotencyKeys, rateLimits, sessions } from '@repo/db/schema';
import { inArray, lt, sql } from 'drizzle-orm';
import { z } from 'zod';
import { defineJob } from '../define-job.ts';

/**
 * Removes what has expired: counters of limits, keys of forms, sessions of browsers that never came
 * back, links that nobody opened. Calls do some
 * of it on their way; this is for what nobody calls. Rows that are in use right now are left for the next time.
 */
export const removeExpired = defineJob({
  id: 'housekeeping.removeExpired',
  input: z.object({}),
  retries: 2,
  schedule: '*/15 * * * *',
  run: async ({ tx }) => {
    for (const [table, key] of [
      [rateLimits, rateLimits.key],
      [idempotencyKeys, idempotencyKeys.claim],
      [sessions, sessions.id],
      [emailTokens, emailTokens.secretHash],
    ] as const) {
      const expired = tx
        .select({ key })
        .from(table)
        .where(lt(table.expiresAt, sql`now()`))
        .for('update', { skipLocked: true });
      await tx.delete(table).where(inArray(key, expired));
    }
  },
});
