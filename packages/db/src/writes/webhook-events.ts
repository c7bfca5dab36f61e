import { and, eq, inArray, isNull, lt, ne, sql } from 'drizzle-orm';
import type { Queryable, Transaction } from '../client.ts';
import { webhookEvents } from '../schema.ts';

/** An event as it was received. */
export type WebhookEvent = typeof webhookEvents.$inferSelect;

/** One attempt more. `now()` would be when its transaction began. */
const attempted = {
  attempts: sql`${webhookEvents.attempts} + 1`,
  lastAttemptAt: sql`clock_timestamp()`,
};

/** Keeps an event. Its id here; null when it is there already, by its id or by its bytes. */
export async function insertWebhookEvent(
  db: Queryable,
  event: Pick<WebhookEvent, 'provider' | 'eventId' | 'fingerprint' | 'type' | 'status' | 'payload'>,
): Promise<string | null> {
  const [row] = await db
    .insert(webhookEvents)
    .values(event)
    .onConflictDoNothing()
    .returning({ id: webhookEvents.id });
  return row?.id ?? null;
}

/** What still may have its effect: a job that somebody retries finds what was given up, too. */
const isOpen = inArray(webhookEvents.status, ['received', 'failed']);

/** The event, for whoever applies it; null when that is done. Others wait until the transaction ends. */
export async function claimWebhookEvent(tx: Transaction, id: string): Promise<WebhookEvent | null> {
  const [row] = await tx
    .select()
    .from(webhookEvents)
    .where(and(eq(webhookEvents.id, id), isOpen))
    .for('update');
  return row ?? null;
}

/** The effect of a claimed event is part of this transaction. */
export async function markWebhookApplied(tx: Transaction, id: string): Promise<void> {
  await tx
    .update(webhookEvents)
    .set({ ...attempted, status: 'applied', lastErrorCode: null })
    .where(eq(webhookEvents.id, id));
}

/**
 * Counts an attempt that failed, after its transaction was rolled back. An event that has been applied stays so.
 * @param last nobody will try again by themselves
 */
export async function recordWebhookFailure(
  db: Queryable,
  id: string,
  { errorCode, last }: { errorCode: string; last: boolean },
): Promise<void> {
  await db
    .update(webhookEvents)
    .set({
      ...attempted,
      lastErrorCode: errorCode,
      ...(last && { status: 'failed' }),
    })
    .where(and(eq(webhookEvents.id, id), isOpen));
}

/**
 * What decides whether an event can be replayed; null when there is none. Waits for whoever applies it at this moment,
 * and holds off others until the transaction ends.
 */
export async function lockWebhookEvent(
  tx: Transaction,
  id: string,
): Promise<(Pick<WebhookEvent, 'provider' | 'type' | 'status'> & { isForgotten: boolean }) | null> {
  const { provider, type, status, payload } = webhookEvents;
  const isForgotten = sql<boolean>`${payload} = ''`;
  const [row] = await tx
    .select({ provider, type, status, isForgotten })
    .from(webhookEvents)
    .where(eq(webhookEvents.id, id))
    .for('update');
  return row ?? null;
}

/** Lets an event wait for its effect again. What it failed of last stays until the next attempt. */
export async function reopenWebhookEvent(tx: Transaction, id: string): Promise<void> {
  await tx.update(webhookEvents).set({ status: 'received' }).where(eq(webhookEvents.id, id));
}

/**
 * Gives up the events that wait for an effect and have no job: its worker was killed at the last attempt, or it timed
 * out there, so that nobody was left to write it down. Somebody may replay them.
 */
export async function closeLostWebhookEvents(db: Queryable): Promise<void> {
  await db
    .update(webhookEvents)
    .set({ status: 'failed', lastErrorCode: 'LOST' })
    .where(
      and(
        eq(webhookEvents.status, 'received'),
        sql`not exists (
          select from pgboss.job
          where name = 'jobs' and state in ('created', 'retry', 'active')
            and data ->> 'job' = 'webhooks.apply' and data -> 'input' ->> 'id' = ${webhookEvents.id}::text
        )`,
      ),
    );
}

/**
 * Forgets what is done and was received before this moment: never what still waits for its effect, or for a person.
 * Where the sender signs neither id nor time, whoever kept a delivery could send it again for ever: of those the
 * payload goes, and the row stays. Leave it a day at least: an event that is forgotten can be sent again.
 * @returns how many
 */
export async function deleteOldWebhookEvents(db: Queryable, before: Date): Promise<number> {
  const { id, status, receivedAt, fingerprint, payload } = webhookEvents;
  const old = and(inArray(status, ['applied', 'recorded']), lt(receivedAt, before));
  const deleted = await db
    .delete(webhookEvents)
    .where(and(old, isNull(fingerprint)))
    .returning({ id });
  const emptied = await db
    .update(webhookEvents)
    .set({ payload: '' })
    .where(and(old, ne(payload, '')))
    .returning({ id });
  return deleted.length + emptied.length;
}
