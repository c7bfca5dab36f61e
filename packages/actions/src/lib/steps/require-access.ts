import { decideAccess, type Access } from '@repo/auth/access';
import type { Session } from '@repo/auth/session';
import type { Ports } from '../ports.ts';
import { refuse } from '../refusal.ts';

/** What remains of an access in an app that does not offer some kinds: those grant nothing there. */
function offered(access: Access, exposes: Ports['exposes']): Access | null {
  if (access.kind !== 'anyOf') return exposes.includes(access.kind) ? access : null;
  const options = access.options.flatMap((option) => offered(option, exposes) ?? []);
  return options.length > 0 ? { kind: 'anyOf', options } : null;
}

/**
 * @returns the session that the access grants: null for strangers where anyone may call
 * @throws Refusal
 */
export function requireAccess(
  { exposes }: Pick<Ports, 'exposes'>,
  access: Access,
  session: Session | null,
  orgSlug: string | null,
): Session | null {
  const here = offered(access, exposes);
  if (!here) throw refuse('NOT_FOUND');
  const decision = decideAccess(here, session, orgSlug);
  if (!decision.ok) throw refuse(decision.code);
  return decision.session;
}
