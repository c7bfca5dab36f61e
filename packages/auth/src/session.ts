import type { AppName } from '@repo/db/apps';

/** Which app a session belongs to. A session of one is worthless in the others. */
export type Audience = AppName;

/** Roles in an org, from least to most. */
export const ORG_ROLES = ['member', 'author', 'owner'] as const;
export type OrgRole = (typeof ORG_ROLES)[number];

/** Roles in the back office, from least to most. */
export const STAFF_ROLES = ['moderator', 'admin'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

export interface Org {
  id: string;
  /** Names the org in addresses: `/o/[slug]`. */
  slug: string;
  name: string;
}

export interface Membership {
  org: Org;
  role: OrgRole;
}

/** Somebody who is signed in, read from the database for this very request. */
export interface Session {
  /** Public id of the session: fit for logs and lists, useless as a credential. */
  id: string;
  audience: Audience;
  expiresAt: Date;
  user: { id: string; email: string; name: string; staffRole: StaffRole | null };
  memberships: Membership[];
}

/** A session that acts in one org. */
export interface MemberSession extends Session {
  org: Org;
  role: OrgRole;
}

/** A session of the back office. */
export interface StaffSession extends Session {
  staffRole: StaffRole;
}
