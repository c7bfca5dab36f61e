export { users, sessions } from './schema/users.ts';
export { orgs, memberships } from './schema/orgs.ts';
export { posts } from './schema/posts.ts';
export {
  auditEvents,
  cacheTags,
  idempotencyKeys,
  rateLimits,
  webhookEvents,
} from './schema/operations.ts';
