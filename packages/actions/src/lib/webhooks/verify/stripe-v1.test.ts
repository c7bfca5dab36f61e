import fc from 'fast-check';
import Stripe from 'stripe';
import { expect, test } from 'vitest';
import { newSecret, signed } from '../../testing/deliver.ts';
import { stripeV1 } from './stripe-v1.ts';

const secret = newSecret();
const { webhooks } = new Stripe('sk_test_none');

/** Whether Stripe's own package takes these bytes. */
function theirs(body: string, header: string): boolean {
  try {
    return webhooks.signature?.verifyHeader(Buffer.from(body), header, secret, 300) ?? false;
  } catch {
    return false;
  }
}

async function ours(body: string, header: string): Promise<boolean> {
  const headers = new Headers({ 'stripe-signature': header });
  const reason = await stripeV1.verify({ headers, body, secrets: [secret], now: Date.now() });
  return reason === null;
}

const headerOf = async (body: string, at: Date, key = secret) =>
  (await signed('stripe', key, { body, at })).headers['stripe-signature'] ?? '';

test('what their package signs, ours takes', async () => {
  const payload = '{"id":"evt_1"}';
  const header = webhooks.generateTestHeaderString({ payload, secret });
  expect(await ours(payload, header)).toBe(true);
});

test('on headers that are changed in any way, and bodies, the verdicts are the same', async () => {
  const part = fc.oneof(
    fc.constantFrom('good', 'bad', 'old', 'v0', 't', 'junk', 'zeros', 'v1', 'v1='),
    fc.string({ maxLength: 12, unit: fc.constantFrom('t', 'v', '0', '1', '=', ',', ' ', 'a') }),
  );
  let taken = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(part, { maxLength: 5 }), fc.boolean(), async (parts, isChanged) => {
      const body = '{"id":"evt_1","text":"ä"}';
      const now = new Date();
      const good = await headerOf(body, now);
      const [time, v1] = good.split(',');
      const texts: Record<string, string | undefined> = {
        good: v1,
        bad: (await headerOf(body, now, newSecret())).split(',')[1],
        old: (await headerOf(body, new Date(now.getTime() - 301_000))).split(',')[0],
        v0: v1?.replace('v1', 'v0'),
        t: time,
        junk: 'v1=zz',
        zeros: `v1=${'0'.repeat(64)}`,
      };
      // HTTP hands no space on at the end of a header.
      const header = [time, ...parts.map((one) => texts[one] ?? one)].join(',').trim();
      const sent = isChanged ? `${body} ` : body;
      const verdict = theirs(sent, header);
      if (verdict) taken += 1;
      expect(await ours(sent, header)).toBe(verdict);
    }),
    { numRuns: 500 },
  );
  expect(taken).toBeGreaterThan(5);
});

test('ours refuses what theirs takes: tomorrow, a byte order mark, a time that is no number', async () => {
  const body = '{"id":"evt_1"}';
  const now = Date.now();
  const tomorrow = await headerOf(body, new Date(now + 86_400_000));
  const marked = await headerOf(body, new Date(now));
  const odd = marked.replace(/^t=(\d+)/, 't=$1abc');
  const cases = [
    [body, tomorrow],
    [`\uFEFF${body}`, marked],
    [body, odd],
  ] as const;
  const verdicts = cases.map(async ([sent, header]) => [
    theirs(sent, header),
    await ours(sent, header),
  ]);
  expect(await Promise.all(verdicts)).toEqual(cases.map(() => [true, false]));
});
