import { webhookOf } from '../define-webhook.ts';
import type { AnyWebhookDefinition } from '../lib/webhooks/definition.ts';
import { effectOf } from '../lib/webhooks/effect-of.ts';
import { githubWebhook } from './github.ts';
import { standardWebhook } from './standard.ts';
import { stripeWebhook } from './stripe.ts';

/** Every declared sender: the worker finds the effects of their events here. */
export const allWebhooks: readonly AnyWebhookDefinition[] = [
  githubWebhook,
  standardWebhook,
  stripeWebhook,
]
  .map(webhookOf)
  .filter((definition) => definition !== null);

/** Whether an event of this type would be applied, were it received now. */
export function hasEffect({ provider, type }: { provider: string; type: string }): boolean {
  const definition = allWebhooks.find((one) => one.provider === provider);
  return Boolean(effectOf(definition, type));
}
