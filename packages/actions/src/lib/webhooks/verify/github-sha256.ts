import { createHash } from 'node:crypto';
import { verifyWithFallback } from '@octokit/webhooks-methods';
import type { Verifier } from '../definition.ts';

/**
 * `X-Hub-Signature-256: sha256=<hex>`: HMAC-SHA256 of the body. Neither a time nor the id of the delivery nor the type
 * is signed: so the same body is the same event, whatever id it comes with.
 *
 * @see https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries
 */
export const githubSha256: Verifier = {
  name: 'github-sha256',
  async verify({ headers, body, secrets: [secret = '', ...others] }) {
    const signature = headers.get('x-hub-signature-256');
    if (!signature) return 'no-signature';
    return (await verifyWithFallback(secret, body, signature, others)) ? null : 'bad-signature';
  },
  identify: (_payload, { headers, body }) => ({
    id: headers.get('x-github-delivery'),
    type: headers.get('x-github-event'),
    fingerprint: createHash('sha256').update(body).digest('hex'),
  }),
};
