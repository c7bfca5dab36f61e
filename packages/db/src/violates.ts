/** Names of constraints that actions turn into typed errors: unique ones, and the trigger `posts_quota`. */
export type Constraint =
  | 'posts_org_slug'
  | 'users_email_unique'
  | 'orgs_slug_unique'
  | 'posts_quota';

/** Unique and check violations, as Postgres numbers them. */
const VIOLATIONS = new Set<unknown>(['23505', '23514']);

/** Whether this error says that a constraint refused a row. drizzle wraps the driver's error in `cause`. */
export function violates(error: unknown, constraint: Constraint): boolean {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return (
    cause instanceof Error &&
    'code' in cause &&
    VIOLATIONS.has(cause.code) &&
    'constraint_name' in cause &&
    cause.constraint_name === constraint
  );
}
