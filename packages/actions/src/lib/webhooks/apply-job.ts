import { sql } from 'drizzle-orm';
import { database, type Transaction } from '@repo/db/client';
import {
  claimWebhookEvent,
  markWebhookApplied,
  recordWebhookFailure,
  type WebhookEvent,
} from '@repo/db/writes/webhook-events';
import { defineJob, type Job } from '@repo/jobs/define-job';
import { enqueue } from '@repo/jobs/enqueue';
import { z } from 'zod';
import { classifyError, describeError } from '../classify-error.ts';
import type { AnyWebhookDefinition } from './definition.ts';
import { effectOf } from './effect-of.ts';

/** The last of them is made an hour and a half to three hours after the first attempt. */
const RETRIES = 10;
const input = z.object({ id: z.uuid() });

interface Failure {
  code: string;
  /** Nobody tries again by themselves: it would end the same way. */
  final: boolean;
  error?: unknown;
}

/**
 * The job that applies one kept event, once: it claims the row, runs the effect and marks the row as applied in the
 * job's own transaction. A second job of the same event finds nothing to do. A failure is written on the row.
 */
export function applyJob(definitions: readonly AnyWebhookDefinition[]): Job<typeof input> {
  return defineJob({
    id: 'webhooks.apply',
    input,
    retries: RETRIES,
    run: async ({ input: { id }, tx, attempt, logger }) => {
      await tx.execute(sql`savepoint untouched`);
      const event = await claimWebhookEvent(tx, id);
      if (!event) return;
      const failure = await failureOf(definitions, tx, event);
      if (!failure) return;
      const { code, final, error } = failure;
      const fields = { webhook: event.provider, event: event.eventId, type: event.type };
      const err = error === undefined ? {} : { err: describeError(error, [event.payload]) };
      logger.error({ ...fields, attempt, code, ...err }, 'webhook not applied');
      // Lets go of the row, too: what is written about it, over another connection, would wait for it.
      await tx.execute(sql`rollback to savepoint untouched`);
      await recordWebhookFailure(database(), id, {
        errorCode: code,
        last: final || attempt > RETRIES,
      });
      if (!final) throw new Error(`The event was not applied: ${code}`);
    },
  });
}

/** Applies a claimed event; what went wrong, or null. */
async function failureOf(
  definitions: readonly AnyWebhookDefinition[],
  tx: Transaction,
  { id, provider, eventId, type, receivedAt, payload }: WebhookEvent,
): Promise<Failure | null> {
  const apply = effectOf(
    definitions.find((one) => one.provider === provider),
    type,
  );
  // As during a deployment: another worker may know it.
  if (!apply) return { code: 'NO_EFFECT', final: false };
  try {
    const read = JSON.parse(payload) as Record<string, unknown>;
    const code = await apply({
      event: { id: eventId, type, receivedAt, payload: read },
      tx,
    });
    if (code) return { code, final: true };
    await markWebhookApplied(tx, id);
    return null;
  } catch (error) {
    return { code: classifyError(error), final: false, error };
  }
}

/** All that enqueueing asks for: which job it is, and what it reads. */
const declared = applyJob([]);

/** Has a kept event applied, by its id in the inbox: after this transaction, and if it commits. */
export async function enqueueWebhookEvent(tx: Transaction, { id }: { id: string }): Promise<void> {
  await enqueue(tx, declared, { id });
}
