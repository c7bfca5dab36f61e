import { defineWebhook, githubSha256 } from '../define-webhook.ts';

/** Deliveries of GitHub, recorded: `ping`, `push`, and whatever the hook is set to send. */
export const githubWebhook = defineWebhook({
  provider: 'github',
  secrets: 'GITHUB_WEBHOOK_SECRETS',
  verify: githubSha256,
  events: [],
});
