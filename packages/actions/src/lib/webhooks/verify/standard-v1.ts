import { Webhook } from 'standardwebhooks';
import type { Delivery, Verifier } from '../definition.ts';
import { refuseTime } from './signed-time.ts';

/**
 * Standard Webhooks, as many senders use them: `webhook-id`, `webhook-timestamp`, and in `webhook-signature` one or more
 * `v1,<base64>`, parted by spaces: HMAC-SHA256 of `<id>.<timestamp>.<body>`. A payload without a `type` is `untyped`.
 *
 * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export const standardV1: Verifier = {
  name: 'standard-v1',
  verify(delivery) {
    const { headers, secrets, now } = delivery;
    const [id, time, signature] = ['id', 'timestamp', 'signature'].map((name) =>
      headers.get(`webhook-${name}`),
    );
    if (!id || !time || !signature) return 'no-signature';
    const reason = refuseTime(time, now);
    if (reason) return reason;
    const signed = { 'webhook-id': id, 'webhook-timestamp': time, 'webhook-signature': signature };
    return secrets.some((secret) => isSigned(secret, delivery, signed)) ? null : 'bad-signature';
  },
  identify: ({ type = 'untyped' }, { headers }) => ({
    id: headers.get('webhook-id'),
    type,
    fingerprint: undefined,
  }),
};

function isSigned(secret: string, { body }: Delivery, signed: Record<string, string>): boolean {
  try {
    new Webhook(secret).verify(body, signed, { jsonParse: false });
    return true;
  } catch {
    // The library says no by throwing.
    return false;
  }
}
