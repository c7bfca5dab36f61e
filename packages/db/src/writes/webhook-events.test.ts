import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { database } from '../client.ts';
import { createWebhookEvent } from '../lib/testing/webhook.ts';
import { webhookEvents } from '../schema.ts';
import { useTestDatabase } from '../testing.ts';
import {
  claimWebhookEvent,
  deleteOldWebhookEvents,
  insertWebhookEvent,
  lockWebhookEvent,
  markWebhookApplied,
  recordWebhookFailure,
  reopenWebhookEvent,
} from './webhook-events.ts';

await useTestDatabase();

const event = {
  provider: 'github',
  eventId: 'd-1',
  fingerprint: 'a'.repeat(64),
  type: 'push',
  status: 'received' as const,
  payload: '{"text":"\\u0000"}',
};

async function read(id: string) {
  const [row] = await database().select().from(webhookEvents).where(eq(webhookEvents.id, id));
  return row;
}

test('the same id, or the same bytes under another id, are kept once; another sender may use both', async () => {
  const db = database();
  const first = await insertWebhookEvent(db, event);
  expect(await read(first ?? '')).toMatchObject({ ...event, attempts: 0, lastErrorCode: null });
  expect(await insertWebhookEvent(db, { ...event, fingerprint: null })).toBeNull();
  expect(await insertWebhookEvent(db, { ...event, eventId: 'd-2' })).toBeNull();
  expect(await insertWebhookEvent(db, { ...event, provider: 'other' })).not.toBeNull();
  const unsigned = { ...event, fingerprint: null };
  expect(await insertWebhookEvent(db, { ...unsigned, eventId: 'd-3' })).not.toBeNull();
  expect(await insertWebhookEvent(db, { ...unsigned, eventId: 'd-4' })).not.toBeNull();
});

test('of twenty at once, one is kept', async () => {
  const twins = Array.from({ length: 20 }, () =>
    insertWebhookEvent(database(), { ...event, eventId: 'twin', fingerprint: null }),
  );
  expect((await Promise.all(twins)).filter(Boolean)).toHaveLength(1);
});

test('an event is claimed by one at a time, and no more once it is applied', async () => {
  const { id } = await createWebhookEvent();
  const apply = () =>
    database().transaction(async (tx) => {
      const claimed = await claimWebhookEvent(tx, id);
      if (claimed) await markWebhookApplied(tx, id);
      return claimed?.status ?? null;
    });
  const claimed = await Promise.all([apply(), apply(), apply()]);
  expect(claimed.filter(Boolean)).toEqual(['received']);
  expect(await read(id)).toMatchObject({ status: 'applied', attempts: 1 });
});

test('a failure is counted with its code; the last one gives the event up; an applied one stays applied', async () => {
  const { id } = await createWebhookEvent();
  await recordWebhookFailure(database(), id, { errorCode: 'CONFLICT', last: false });
  expect(await read(id)).toMatchObject({ status: 'received', attempts: 1 });
  await recordWebhookFailure(database(), id, { errorCode: 'INTERNAL', last: true });
  const failed = { status: 'failed', attempts: 2, lastErrorCode: 'INTERNAL' };
  expect(await read(id)).toMatchObject(failed);
  const { id: done } = await createWebhookEvent({ status: 'applied' });
  await recordWebhookFailure(database(), done, { errorCode: 'INTERNAL', last: true });
  expect(await read(done)).toMatchObject({ status: 'applied', attempts: 0 });
});

test('the last attempt has its time, whether it applied the event or failed', async () => {
  const before = Date.now() - 1;
  const [{ id: applied }, { id: failed }] = [
    await createWebhookEvent(),
    await createWebhookEvent(),
  ];
  expect(await read(applied)).toMatchObject({ lastAttemptAt: null });
  await database().transaction((tx) => markWebhookApplied(tx, applied));
  await recordWebhookFailure(database(), failed, { errorCode: 'INTERNAL', last: false });
  for (const id of [applied, failed])
    expect((await read(id))?.lastAttemptAt?.getTime()).toBeGreaterThan(before);
});

test('an event that was given up is opened again, and keeps what it failed of until the next attempt', async () => {
  const failed = { status: 'failed', attempts: 6, lastErrorCode: 'INTERNAL' } as const;
  const { id } = await createWebhookEvent(failed);
  const found = await database().transaction(async (tx) => {
    const event = await lockWebhookEvent(tx, id);
    await reopenWebhookEvent(tx, id);
    return event;
  });
  const about = { provider: 'stripe', type: 'invoice.paid', status: 'failed' };
  expect(found).toEqual({ ...about, isForgotten: false });
  expect(await read(id)).toMatchObject({ ...failed, status: 'received' });
  expect(await database().transaction((tx) => lockWebhookEvent(tx, randomUUID()))).toBeNull();
});

test('of an event whose sender signs no time, the bytes are forgotten, and never that it was received', async () => {
  await database().delete(webhookEvents);
  const old = { status: 'recorded', receivedAt: new Date('2026-01-01') } as const;
  const fingerprint = 'b'.repeat(64);
  const { id } = await createWebhookEvent({
    ...old,
    provider: 'github',
    fingerprint,
    payload: '{}',
  });
  expect(await deleteOldWebhookEvents(database(), new Date('2026-02-01'))).toBe(1);
  expect(await read(id)).toMatchObject({ payload: '', fingerprint });
  const again = { ...event, eventId: 'another', fingerprint };
  expect(await insertWebhookEvent(database(), again)).toBeNull();
  expect(await deleteOldWebhookEvents(database(), new Date('2026-02-01'))).toBe(0);
});

test('retention deletes what is done and old, and nothing that waits for its effect or for a person', async () => {
  await database().delete(webhookEvents);
  const receivedAt = new Date('2026-01-01');
  for (const status of ['received', 'applied', 'failed', 'recorded'] as const)
    await createWebhookEvent({ status, receivedAt });
  await createWebhookEvent({ status: 'applied' });
  expect(await deleteOldWebhookEvents(database(), new Date('2026-01-01'))).toBe(0);
  expect(await deleteOldWebhookEvents(database(), new Date('2026-02-01'))).toBe(2);
  const left = await database().select({ status: webhookEvents.status }).from(webhookEvents);
  expect(left.map(({ status }) => status).toSorted((a, b) => a.localeCompare(b))).toEqual([
    'applied',
    'failed',
    'received',
  ]);
});
