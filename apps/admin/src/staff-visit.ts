import { decideAccess, staff } from '@repo/auth/access';
import type { StaffRole, StaffSession } from '@repo/auth/session';
import { notFound } from 'next/navigation';
import { getSession, requireSession } from '@/session.ts';

/**
 * The visitor of a page, as staff with at least this role. Others get "not found"; who is not signed in goes to sign
 * in, and back to `path`.
 */
export async function requireStaff(
  path: string,
  role: StaffRole = 'moderator',
): Promise<StaffSession> {
  await requireSession(path);
  return (await getStaff(role)) ?? notFound();
}

/** The visitor as staff with at least this role, or null: for what a page shows. */
export async function getStaff(role: StaffRole = 'moderator'): Promise<StaffSession | null> {
  const decision = decideAccess(staff(role), await getSession(), null);
  return decision.ok ? decision.session : null;
}
