import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { database } from '../client.ts';
import { createWebhookEvent } from '../lib/testing/webhook.ts';
import { webhookEvents } from '../schema.ts';
import { useTestDatabase } from '../testing.ts';
import { getWebhookEvent, getWebhookHealth, listWebhookEvents } from './webhook-events.ts';

await useTestDatabase();

test('events are filtered by sender, status, type and id, newest first, without what was sent', async () => {
  await createWebhookEvent({ eventId: 'a', receivedAt: new Date('2026-03-01') });
  await createWebhookEvent({ eventId: 'b', status: 'failed', receivedAt: new Date('2026-03-03') });
  await createWebhookEvent({ eventId: 'a', provider: 'github', type: 'push' });
  const found = async (filter: Parameters<typeof listWebhookEvents>[0]) =>
    (await listWebhookEvents(filter)).rows.map(({ provider, eventId }) => `${provider} ${eventId}`);
  expect(await found({})).toEqual(['github a', 'stripe b', 'stripe a']);
  expect(await found({ provider: 'stripe' })).toEqual(['stripe b', 'stripe a']);
  expect(await found({ status: 'failed' })).toEqual(['stripe b']);
  expect(await found({ search: 'PU\0S' })).toEqual(['github a']);
  expect(await found({ search: ' b ' })).toEqual(['stripe b']);
  expect(await found({ search: 'invoice', provider: 'github' })).toEqual([]);
  expect(await found({ search: '%' })).toEqual([]);
  expect(Object.keys((await listWebhookEvents()).rows[0] ?? {})).not.toContain('payload');
});

test('one event is shown with its payload redacted', async () => {
  const payload = JSON.stringify({ id: 'evt_1', email: 'somebody@example.test' });
  const { id } = await createWebhookEvent({ payload });
  const shown = await getWebhookEvent(id);
  expect(shown).toMatchObject({ id, payload: { id: 'evt_1', email: '[text of 21]' } });
  expect(shown?.isForgotten).toBe(false);
  const { id: gone } = await createWebhookEvent({ payload: '' });
  expect(await getWebhookEvent(gone)).toMatchObject({ isForgotten: true });
  expect(await getWebhookEvent(randomUUID())).toBeNull();
  expect(await getWebhookEvent('none')).toBeNull();
});

test('the health of a sender: when it sent last, how many wait since when, how many were given up', async () => {
  await database().delete(webhookEvents);
  expect(await getWebhookHealth()).toEqual([]);
  const now = Date.now();
  const old = new Date(now - 48 * 3_600_000);
  const recent = new Date(now - 60_000);
  await createWebhookEvent({ receivedAt: old });
  await createWebhookEvent({ receivedAt: recent });
  await createWebhookEvent({ status: 'failed', receivedAt: old });
  await createWebhookEvent({ status: 'applied', receivedAt: recent });
  await createWebhookEvent({ provider: 'old-one', status: 'applied', receivedAt: old });
  await createWebhookEvent({ provider: 'github', status: 'recorded', receivedAt: recent });
  expect(await getWebhookHealth()).toEqual([
    {
      provider: 'github',
      lastReceivedAt: recent,
      lastDay: 1,
      waiting: 0,
      waitingSince: null,
      failed: 0,
    },
    {
      provider: 'old-one',
      lastReceivedAt: old,
      lastDay: 0,
      waiting: 0,
      waitingSince: null,
      failed: 0,
    },
    {
      provider: 'stripe',
      lastReceivedAt: recent,
      lastDay: 2,
      waiting: 2,
      waitingSince: old,
      failed: 1,
    },
  ]);
});
