/** What is signed is kept once, whatever else comes in: see docs/guides/receive-a-webhook.md. */
export { githubWebhook as POST } from '@repo/actions/webhooks/github';
