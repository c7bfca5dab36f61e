/** Names of unique constraints that actions turn into typed errors. */
export type UniqueConstraint = 'posts_org_slug' | 'users_email_unique' | 'orgs_slug_unique';

/** Whether this error says that a unique constraint refused a row. drizzle wraps the driver's error in `cause`. */
export function violates(error: unknown, constraint: UniqueConstraint): boolean {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return (
    cause instanceof Error &&
    'code' in cause &&
    cause.code === '23505' &&
    'constraint_name' in cause &&
    cause.constraint_name === constraint
  );
}
