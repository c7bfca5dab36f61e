export { emailTokens, users, sessions } from './schema/users.ts';
export { orgs, memberships } from './schema/orgs.ts';
export { mails } from './schema/mails.ts';
export { posts } from './schema/posts.ts';
export { subscriptions } from './schema/subscriptions.ts';
export {
  auditEvents,
  cacheTags,
  idempotencyKeys,
  rateLimits,
  webhookEvents,
} from './schema/operations.ts';
