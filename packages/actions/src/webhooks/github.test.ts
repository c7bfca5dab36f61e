import { expect, test } from 'vitest';
import { database } from '@repo/db/client';
import { webhookEvents } from '@repo/db/schema';
import { useTestDatabase } from '@repo/db/testing';
import { webhookOf } from '../define-webhook.ts';
import { githubWebhook } from './github.ts';
import { deliver, newSecret, signed } from '../lib/testing/deliver.ts';
import type { AnyWebhookDefinition } from '../lib/webhooks/definition.ts';

await useTestDatabase();

const definition = webhookOf(githubWebhook) as AnyWebhookDefinition;

test('a delivery that is sent again is one event, also under another id and type, which nobody signed', async () => {
  const secret = newSecret();
  const push = await signed('github', secret, { id: 'delivery-1', type: 'push' });
  const replays = [
    push.headers,
    { ...push.headers, 'x-github-delivery': 'delivery-2' },
    { ...push.headers, 'x-github-delivery': 'delivery-3', 'x-github-event': 'ping' },
  ];
  for (const headers of replays) {
    const answer = await deliver(definition, { headers, body: push.body, secrets: [secret] });
    expect(answer).toMatchObject({ status: 200, text: '' });
  }
  const kept = await database().select().from(webhookEvents);
  expect(kept.map(({ eventId, type }) => `${eventId} ${type}`)).toEqual(['delivery-1 push']);
});

test('push and ping are recorded, and nothing is to be done about them', async () => {
  const secret = newSecret();
  for (const type of ['push', 'ping'])
    await deliver(definition, { ...(await signed('github', secret, { type })), secrets: [secret] });
  const kept = await database().select().from(webhookEvents);
  const states = kept.map(({ type, status }) => `${type} ${status}`);
  expect(states).toEqual(expect.arrayContaining(['push recorded', 'ping recorded']));
});
