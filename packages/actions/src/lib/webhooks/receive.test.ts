import { beforeEach, expect, test } from 'vitest';
import { database } from '@repo/db/client';
import { webhookEvents } from '@repo/db/schema';
import { useTestDatabase } from '@repo/db/testing';
import { defineWebhook, standardV1, webhookOf } from '../../define-webhook.ts';
import { deliver, newSecret, signed } from '../testing/deliver.ts';
import type { AnyWebhookDefinition } from './definition.ts';
import { REFUSALS } from './refuse.ts';

await useTestDatabase();
beforeEach(() => database().delete(webhookEvents));

const secret = newSecret();
const secrets = [secret];
const definition = webhookOf(
  defineWebhook({
    provider: 'partner',
    secrets: 'STANDARD_WEBHOOK_SECRETS',
    verify: standardV1,
    events: ['thing.done'],
    apply: async () => null,
  }),
) as AnyWebhookDefinition;
const rows = () => database().select().from(webhookEvents).orderBy(webhookEvents.id);
const event = (about: Parameters<typeof signed>[2] = {}) => signed('standard', secret, about);

test('a type with an effect is received, any other is recorded, and both are answered alike', async () => {
  const answers = [
    await deliver(definition, { ...(await event()), secrets }),
    await deliver(definition, { ...(await event({ type: 'never.heard/of-it' })), secrets }),
    await deliver(definition, { ...(await event({ body: '{}' })), secrets }),
  ];
  expect(answers.map(({ status, text }) => [status, text])).toEqual(answers.map(() => [200, '']));
  const kept = (await rows()).map(({ type, status }) => `${type} ${status}`);
  expect(kept).toEqual(['thing.done received', 'never.heard/of-it recorded', 'untyped recorded']);
});

test('twenty twins at once make one row, one job, and twenty times the same answer', async () => {
  const jobs: string[] = [];
  const enqueue = async (_tx: unknown, { type }: { type: string }) => void jobs.push(type);
  const one = await event();
  const all = Array.from({ length: 20 }, () => deliver(definition, { ...one, secrets, enqueue }));
  const answers = await Promise.all(all);
  expect(new Set(answers.map(({ status, text }) => `${status}${text}`))).toEqual(new Set(['200']));
  expect([(await rows()).length, jobs]).toEqual([1, ['thing.done']]);
});

test('an event is kept together with its job, or not at all: then the sender is asked to try again', async () => {
  const one = await event();
  const enqueue = () => Promise.reject(new Error(`the queue is out: ${one.body}`));
  const refused = await deliver(definition, { ...one, secrets, enqueue });
  expect(refused).toMatchObject({ status: 503, text: '' });
  expect(await rows()).toEqual([]);
  expect(JSON.stringify(refused.log)).not.toContain(JSON.stringify(one.body).slice(1, -1));
  expect(await deliver(definition, { ...one, secrets })).toMatchObject({ status: 200 });
});

test('without a secret all is answered 503, signed or not', async () => {
  const answer = await deliver(definition, { ...(await event()), secrets: [] });
  expect(answer).toMatchObject({ status: 503, reasons: ['no-secret'] });
  expect(await rows()).toEqual([]);
});

test.each([
  'text/html',
  'multipart/form-data; boundary=x',
  'application/x-www-form-urlencoded',
  '',
  'ä',
])('what the content type says (%s) changes nothing', async (type) => {
  const { headers, body } = await event();
  const lying = { ...headers, 'content-type': encodeURIComponent(type) };
  expect(await deliver(definition, { headers: lying, body, secrets })).toMatchObject({
    status: 200,
  });
});

test.each(['gzip', 'br', 'identity, gzip', 'GZIP', 'nonsense'])(
  'a body that is encoded (%s) is refused unread',
  async (encoding) => {
    const { headers, body } = await event();
    const encoded = { ...headers, 'content-encoding': encoding };
    const answer = await deliver(definition, { headers: encoded, body, secrets });
    expect(answer).toMatchObject({ status: 415, text: '', reasons: ['encoded'] });
    expect(await rows()).toEqual([]);
  },
);

/** A body in parts, and how many of them were asked for. */
function stream(part: Uint8Array<ArrayBuffer>, parts: number, pauseMs = 0) {
  let sent = 0;
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      if (pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs));
      sent += 1;
      controller.enqueue(part);
      if (sent === parts) controller.close();
    },
  });
  return { body, sent: () => sent };
}

test('2 MB are refused: declared, in chunks, and under a length that lies; no more is read than the cap', async () => {
  const kilobytes64 = new Uint8Array(65_536);
  const declared = {
    body: new Uint8Array(2 * 1024 ** 2),
    headers: { 'content-length': '2097152' },
  };
  expect(await deliver(definition, { ...declared, secrets })).toMatchObject({ status: 413 });
  for (const length of ['', '10', '-1']) {
    const headers = { 'content-length': length };
    const { body, sent } = stream(kilobytes64, 32);
    const answer = await deliver(definition, { body, headers, secrets });
    expect(answer).toMatchObject({ status: 413, text: '', reasons: ['too-large'] });
    expect(sent()).toBeLessThan(20);
  }
  const whole = JSON.stringify({ text: 'x'.repeat(1024 ** 2 - 11) });
  const largest = await event({ body: whole });
  expect(await deliver(definition, { ...largest, secrets })).toMatchObject({ status: 200 });
});

test('a body that trickles in is given up after its time, however it goes on', async () => {
  const { body, sent } = stream(new Uint8Array(1), 1000, 20);
  const answer = await deliver(definition, { body, secrets, withinMs: 200 });
  expect(answer).toMatchObject({ status: 408, text: '', reasons: ['too-slow'] });
  expect(sent()).toBeLessThan(1000);
});

test('a body in crumbs is refused after some thousand of them: each costs more than its byte', async () => {
  const { body, sent } = stream(new Uint8Array(1), 200_000);
  const answer = await deliver(definition, { body, secrets });
  expect(answer).toMatchObject({ status: 413, text: '', reasons: ['in-crumbs'] });
  expect(sent()).toBeLessThan(5_000);
  const whole = await event({ body: JSON.stringify({ text: 'x'.repeat(1_000_000) }) });
  const bytes = Buffer.from(whole.body);
  const parts = Array.from({ length: Math.ceil(bytes.length / 500) }, (_, at) =>
    Uint8Array.from(bytes.subarray(at * 500, at * 500 + 500)),
  );
  const segments = new ReadableStream({
    pull(controller) {
      const part = parts.shift();
      if (part) controller.enqueue(part);
      else controller.close();
    },
  });
  const taken = await deliver(definition, { ...whole, body: segments, secrets });
  expect(taken).toMatchObject({ status: 200 });
});

test('a body that breaks off is refused', async () => {
  const body = new ReadableStream({ pull: (controller) => controller.error(new Error('reset')) });
  const answer = await deliver(definition, { body, secrets });
  expect(answer).toMatchObject({ status: 400, reasons: ['interrupted'] });
});

test('bad signatures are limited per address, in answers and in the log; what is signed always passes', async () => {
  const ip = '192.0.2.77';
  const bad = { ...(await signed('standard', newSecret())), secrets, ip };
  const all = Array.from({ length: REFUSALS.max + 5 }, () => deliver(definition, bad));
  const answers = await Promise.all(all);
  const limited = answers.filter(({ status }) => status === 429);
  // Where one window ends and the next begins, one or two more may pass.
  expect(limited.length).toBeGreaterThanOrEqual(3);
  expect(limited.length).toBeLessThanOrEqual(5);
  expect(limited.flatMap(({ log }) => log)).toEqual([]);
  expect(limited[0]?.response.headers.get('retry-after')).toMatch(/^\d+$/);
  expect(await deliver(definition, { ...(await event()), secrets, ip })).toMatchObject({
    status: 200,
  });
  const elsewhere = await deliver(definition, { ...bad, ip: '192.0.2.78' });
  expect(elsewhere).toMatchObject({ status: 400, reasons: ['bad-signature'] });
});

test('a connection whose body was not read is closed with the answer, also where the address is limited', async () => {
  const large = { headers: { 'content-length': '2097152' }, secrets, ip: '192.0.2.79' };
  const all = Array.from({ length: REFUSALS.max + 5 }, () => deliver(definition, large));
  const answers = await Promise.all(all);
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([413, 429]));
  for (const { response } of answers) expect(response.headers.get('connection')).toBe('close');
});

test('no line of the log has the signature, the secret or the payload', async () => {
  const one = await event();
  const bad = { ...(await signed('standard', newSecret(), { body: one.body })), secrets };
  const lines = [await deliver(definition, { ...one, secrets }), await deliver(definition, bad)];
  const log = JSON.stringify(lines.map((line) => line.log));
  expect(lines.map((line) => line.log.length)).toEqual([1, 1]);
  for (const text of [
    secret,
    one.headers['webhook-signature'],
    bad.headers['webhook-signature'],
    'ä',
  ])
    expect(log).not.toContain(text ?? '');
});

test('a verifier that fails is a fault of ours: the sender is asked to try again, and the log has no payload', async () => {
  const one = await event();
  const fail = () => {
    throw new Error(`cannot read ${one.body}`);
  };
  for (const wrong of [{ verify: fail }, { identify: fail }]) {
    const broken = { ...definition, verify: { ...definition.verify, ...wrong } };
    const answer = await deliver(broken, { ...one, secrets });
    expect(answer).toMatchObject({ status: 503, text: '' });
    expect(answer.log).toMatchObject([{ webhook: 'partner', err: { name: 'Error' } }]);
    expect(JSON.stringify(answer.log)).not.toContain(JSON.stringify(one.body).slice(1, -1));
  }
});

test('while the database is away the sender is asked to try again', async () => {
  const down = () => {
    throw new Error('no database');
  };
  const fakes = { database: down, transaction: down };
  const answer = await deliver(definition, { ...(await event()), secrets, fakes });
  expect(answer).toMatchObject({ status: 503, text: '' });
});
