import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Verifier } from '../definition.ts';
import { refuseTime } from './signed-time.ts';

/**
 * `Stripe-Signature: t=<seconds>,v1=<hex>[,v1=<hex>]`: HMAC-SHA256 of `<seconds>.<body>`. Only the scheme v1 counts,
 * or an older one could be forged in its place. Its verdicts are those of the package `stripe`, which is 19 MB and
 * takes the timestamps of tomorrow (docs/decisions/0024-webhook-verifiers.md).
 *
 * @see https://docs.stripe.com/webhooks/signature
 */
export const stripeV1: Verifier = {
  name: 'stripe-v1',
  verify({ headers, body, secrets, now }) {
    const parts = (headers.get('stripe-signature') ?? '').split(',').map((part) => part.split('='));
    const valuesOf = (wanted: string) =>
      parts.flatMap(([name, value = '']) => (name === wanted ? [value] : []));
    const [time, all] = [valuesOf('t').at(-1), valuesOf('v1')];
    // One that is empty is not passed over: the package fails on it, and no sender writes it.
    if (time === undefined || all.length === 0 || all.includes('')) return 'no-signature';
    const signatures = all.filter((text) => /^[0-9a-f]{64}$/.test(text));
    const reason = refuseTime(time, now);
    if (reason) return reason;
    const isSigned = secrets.some((secret) => {
      const expected = createHmac('sha256', secret).update(`${time}.${body}`).digest();
      return signatures.some((text) => timingSafeEqual(expected, Buffer.from(text, 'hex')));
    });
    return isSigned ? null : 'bad-signature';
  },
  identify: ({ id, type }) => ({ id, type, fingerprint: undefined }),
};
