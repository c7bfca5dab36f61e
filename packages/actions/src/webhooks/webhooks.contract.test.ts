import { beforeEach, describe, expect, test } from 'vitest';
import { database } from '@repo/db/client';
import { webhookEvents } from '@repo/db/schema';
import { useTestDatabase } from '@repo/db/testing';
import { webhookOf } from '../define-webhook.ts';
import { githubWebhook } from './github.ts';
import { standardWebhook } from './standard.ts';
import { stripeWebhook } from './stripe.ts';
import { deliver, newSecret, signed } from '../lib/testing/deliver.ts';
import type { AnyWebhookDefinition } from '../lib/webhooks/definition.ts';
import type { Sender } from '../lib/webhooks/sign.ts';

await useTestDatabase();
beforeEach(() => database().delete(webhookEvents));

const definitions = {
  stripe: webhookOf(stripeWebhook),
  github: webhookOf(githubWebhook),
  standard: webhookOf(standardWebhook),
} as Record<Sender, AnyWebhookDefinition>;
const SIGNATURE = {
  stripe: 'stripe-signature',
  github: 'x-hub-signature-256',
  standard: 'webhook-signature',
};
const senders = Object.keys(definitions) as Sender[];
const rows = () => database().$count(webhookEvents);
const [secret, other] = [newSecret(), newSecret()];

describe.each(senders)('%s', (sender) => {
  const definition = definitions[sender];
  const send = (
    one: { headers: Record<string, string>; body: string | Uint8Array<ArrayBuffer> },
    secrets = [secret],
  ) => deliver(definition, { ...one, secrets });

  test('keeps what is signed, as it was signed', async () => {
    const event = await signed(sender, secret);
    expect(await send(event)).toMatchObject({ status: 200, text: '', reasons: [] });
    const [row] = await database().select().from(webhookEvents);
    expect(row).toMatchObject({ provider: sender, eventId: event.id, payload: event.body });
  });

  test('takes each of two secrets while one is changed, and the old one no longer afterwards', async () => {
    const [before, after] = [await signed(sender, secret), await signed(sender, other)];
    expect(await send(before, [other, secret])).toMatchObject({ status: 200 });
    expect(await send(after, [other, secret])).toMatchObject({ status: 200 });
    const late = await send(before, [other]);
    expect(late).toMatchObject({ status: 400, text: '', reasons: ['bad-signature'] });
  });

  test('refuses a byte that was changed, at any position', async () => {
    const { body, headers } = await signed(sender, secret);
    const bytes = Buffer.from(body);
    for (let at = 0; at < bytes.length; at += 1) {
      const tampered = Uint8Array.from(bytes);
      tampered[at] = (tampered[at] ?? 0) ^ (at % 2 === 0 ? 0x01 : 0x80);
      expect(await send({ headers, body: tampered })).toMatchObject({ status: 400, text: '' });
    }
    expect(await rows()).toBe(0);
  });

  test('refuses bytes before, after and instead of the body, a byte order mark among them', async () => {
    const { body, headers } = await signed(sender, secret);
    const bodies = [`\uFEFF${body}`, ` ${body}`, `${body}\n`, body.slice(0, -1), '{}'];
    for (const tampered of bodies)
      expect(await send({ headers, body: tampered })).toMatchObject({ reasons: ['bad-signature'] });
    expect(await send({ headers, body: '' })).toMatchObject({ status: 400 });
    expect(await rows()).toBe(0);
  });

  test('refuses bytes that a lenient reader takes for the signed text', async () => {
    const body = JSON.stringify({ id: 'evt_1', type: 'x', text: '\uFFFD' });
    const event = await signed(sender, secret, { body });
    const bytes = Buffer.from(body);
    const at = bytes.indexOf('\uFFFD');
    const forged = Uint8Array.from([...bytes.subarray(0, at), 0xff, ...bytes.subarray(at + 3)]);
    expect(Buffer.from(forged).toString()).toBe(body);
    const answer = await send({ ...event, body: forged });
    expect(answer).toMatchObject({ status: 400, text: '', reasons: ['not-utf-8'] });
    expect(await send(event)).toMatchObject({ status: 200 });
  });

  test('refuses a signature that is missing, cut, of another scheme, or no signature at all', async () => {
    const { body, headers } = await signed(sender, secret);
    const name = SIGNATURE[sender];
    const good = headers[name] ?? '';
    const bad = [
      '',
      good.slice(0, -2),
      good.replaceAll('v1', 'v0').replace('sha256', 'sha1'),
      good.replace(/[=,][^,=]{20,}=?$/, '='),
      `${good}0`,
      'v1',
      't=,v1=',
      ',,,===',
      'x'.repeat(5000),
    ];
    for (const value of bad) {
      const answer = await send({ body, headers: { ...headers, [name]: value } });
      expect(answer).toMatchObject({ status: 400, text: '' });
      expect(answer.reasons[0]).toMatch(/signature$/);
    }
    const { [name]: _dropped, ...without } = headers;
    expect(await send({ body, headers: without })).toMatchObject({ reasons: ['no-signature'] });
    expect(await rows()).toBe(0);
  });

  test.each(senders.filter((one) => one !== sender))(
    'refuses a replay of what %s signed, also under a secret that both have',
    async (from) => {
      const event = await signed(from, secret);
      const own = await signed(sender, other, event);
      expect(await send(event)).toMatchObject({ status: 400 });
      const renamed = { ...own.headers, [SIGNATURE[sender]]: event.headers[SIGNATURE[from]] ?? '' };
      expect(await send({ body: event.body, headers: renamed })).toMatchObject({ status: 400 });
      expect(await rows()).toBe(0);
    },
  );

  test('refuses what is signed but is no event: no object, no id', async () => {
    for (const body of ['[]', 'null', '"text"', '{', 'a=1']) {
      const event = await signed(sender, secret, { body });
      expect(await send(event)).toMatchObject({ status: 400, reasons: ['unreadable'] });
    }
    for (const id of ['', ' ', 'a b', '{', 'x'.repeat(256)]) {
      const event = await signed(sender, secret, { id });
      expect(await send(event)).toMatchObject({ status: 400, text: '' });
    }
    expect(await rows()).toBe(0);
  });
});

describe.each(['stripe', 'standard'] as const)('%s signs the time', (sender) => {
  const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);

  test.each([
    [4.9, 200, []],
    [-4.9, 200, []],
    [5.1, 400, ['too-old']],
    [-5.1, 400, ['too-new']],
    [60 * 24, 400, ['too-old']],
    [-60 * 24, 400, ['too-new']],
  ])('a delivery of %d minutes ago is answered %d', async (minutes, status, reasons) => {
    const event = await signed(sender, secret, { at: minutesAgo(minutes) });
    const answer = await deliver(definitions[sender], { ...event, secrets: [secret] });
    expect(answer).toMatchObject({ status, reasons });
  });

  test('one of several signatures is enough, and several that are wrong are not', async () => {
    const event = await signed(sender, secret);
    const name = SIGNATURE[sender];
    const [good, bad] = [event.headers, (await signed(sender, other, event)).headers].map(
      (headers) => headers[name]?.split(',').slice(-1)[0] ?? '',
    );
    const join = (...all: (string | undefined)[]) =>
      sender === 'stripe'
        ? [event.headers[name]?.split(',')[0], ...all].join(',')
        : all.map((one) => `v1,${one}`).join(' ');
    const statusOf = async (value: string) => {
      const headers = { ...event.headers, [name]: value };
      return (await deliver(definitions[sender], { ...event, headers, secrets: [secret] })).status;
    };
    expect(await statusOf(join(bad, good))).toBe(200);
    expect(await statusOf(join(bad, bad))).toBe(400);
  });
});
