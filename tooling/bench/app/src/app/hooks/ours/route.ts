export { stripeWebhook as POST } from '@repo/actions/webhooks/stripe';
