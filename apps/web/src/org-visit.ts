import { decideAccess, member } from '@repo/auth/access';
import type { MemberSession, OrgRole } from '@repo/auth/session';
import { METHOD_HEADER } from '@repo/next/proxy';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { getSession, requireSession } from '@/session.ts';

/**
 * The visitor of an org's page, as a member with at least this role. Others get "not found"; who is not signed in goes
 * to sign in, and back to `path`.
 */
export async function requireOrgVisit(
  org: string,
  path: string,
  role: OrgRole = 'member',
): Promise<MemberSession> {
  await requireSession(path);
  return grantedVisit(org, role);
}

/**
 * The same for a page with a long form. When the session ended while somebody typed, the answer to their form post is
 * this page once more, without a session and with what they typed: then this is null.
 */
export async function getFormVisit(
  org: string,
  path: string,
  role: OrgRole,
): Promise<MemberSession | null> {
  const posted = (await headers()).get(METHOD_HEADER) === 'POST';
  if (posted && !(await getSession())) return null;
  return requireOrgVisit(org, path, role);
}

async function grantedVisit(org: string, role: OrgRole): Promise<MemberSession> {
  const decision = decideAccess(member(role), await getSession(), org);
  return decision.ok ? decision.session : notFound();
}
