import { defineWebhook, standardV1 } from '../define-webhook.ts';

/** The template for any sender that keeps to Standard Webhooks: copy it, with a variable of its own. */
export const standardWebhook = defineWebhook({
  provider: 'standard',
  secrets: 'STANDARD_WEBHOOK_SECRETS',
  verify: standardV1,
  events: [],
});
