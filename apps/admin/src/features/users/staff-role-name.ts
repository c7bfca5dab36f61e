import type { StaffRole } from '@repo/auth/session';

const NAMES: Record<StaffRole, string> = { admin: 'Admin', moderator: 'Moderator' };

/** What somebody is in the back office, in words. */
export function staffRoleName(role: StaffRole | null): string {
  return role ? NAMES[role] : 'No';
}
