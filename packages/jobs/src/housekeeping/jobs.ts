import { emailTokens, idempotencyKeys, rateLimits, sessions } from '@repo/db/schema';
import { closeLostWebhookEvents, deleteOldWebhookEvents } from '@repo/db/writes/webhook-events';
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

/** How long events of webhooks are kept that are done: within that time, one that is sent again has no second effect. */
const WEBHOOKS_KEPT_MS = 90 * 86_400_000;

/** Deletes events of webhooks that are done and old, and gives up those that no job cares for any more. */
export const tidyWebhooks = defineJob({
  id: 'housekeeping.tidyWebhooks',
  input: z.object({}),
  retries: 2,
  schedule: '20 * * * *',
  run: async ({ tx }) => {
    await closeLostWebhookEvents(tx);
    await deleteOldWebhookEvents(tx, new Date(Date.now() - WEBHOOKS_KEPT_MS));
  },
});
