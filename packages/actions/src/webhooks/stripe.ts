import { applySubscription, SUBSCRIPTION_EVENTS } from '../billing/apply-subscription.ts';
import { defineWebhook, stripeV1 } from '../define-webhook.ts';

/** What Stripe tells of subscriptions decides an org's plan; the rest is recorded. */
export const stripeWebhook = defineWebhook({
  provider: 'stripe',
  secrets: 'STRIPE_WEBHOOK_SECRETS',
  verify: stripeV1,
  events: SUBSCRIPTION_EVENTS,
  apply: applySubscription,
});
