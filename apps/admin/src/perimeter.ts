import { ORG_ROLES, STAFF_ROLES } from '@repo/auth/session';

/** What this app offers: the engine refuses other kinds of access here, and `pnpm perimeter` reads it. */
export const perimeter = {
  app: 'admin',
  exposes: ['anyone', 'authenticated', 'staff'],
  /** From least to most: by this order the lock tells which of two roles lets more people in. */
  roles: { member: ORG_ROLES, staff: STAFF_ROLES },
} as const;
