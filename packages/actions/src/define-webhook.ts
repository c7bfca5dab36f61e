import type {
  AnyWebhookDefinition,
  Webhook,
  WebhookDefinition,
} from './lib/webhooks/definition.ts';
import { receive } from './lib/webhooks/receive.ts';

export type {
  AppliedEvent,
  Delivery,
  Identity,
  Verifier,
  Webhook,
  WebhookDefinition,
} from './lib/webhooks/definition.ts';
export type { Reason } from './lib/webhooks/reasons.ts';
export { githubSha256 } from './lib/webhooks/verify/github-sha256.ts';
export { standardV1 } from './lib/webhooks/verify/standard-v1.ts';
export { stripeV1 } from './lib/webhooks/verify/stripe-v1.ts';

/** Where actions keep theirs: tools read both. */
const DEFINITION = Symbol.for('perimeter.definition');

/**
 * Declares a sender of webhooks. The result is the `POST` of a route handler: it keeps each event that the sender has
 * signed, once, and answers 200; what is not signed leaves a line in the log and no row.
 *
 * @see docs/guides/receive-a-webhook.md
 */
export function defineWebhook<const Type extends string>(
  definition: WebhookDefinition<Type>,
): Webhook {
  const webhook: Webhook = (request) => receive(definition, request);
  return Object.assign(webhook, { [DEFINITION]: definition });
}

/** The definition behind a webhook, or null when the function is none. For tools: the lock, the docs, tests. */
export function webhookOf(webhook: unknown): AnyWebhookDefinition | null {
  if (typeof webhook !== 'function' || !(DEFINITION in webhook)) return null;
  const definition = webhook[DEFINITION] as object;
  return 'provider' in definition ? (definition as AnyWebhookDefinition) : null;
}
