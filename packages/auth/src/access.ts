import {
  ORG_ROLES,
  STAFF_ROLES,
  type MemberSession,
  type OrgRole,
  type Session,
  type StaffRole,
  type StaffSession,
} from './session.ts';

/** Who may call. Data, so that it can be listed and compared. */
export type Access =
  | { kind: 'anyone' }
  | { kind: 'authenticated' }
  | { kind: 'member'; role: OrgRole }
  | { kind: 'staff'; role: StaffRole }
  | { kind: 'anyOf'; options: readonly Access[] };

export type AccessKind = Exclude<Access['kind'], 'anyOf'>;

/** The session that a granted access gives: `null` is possible for `anyone` only. */
export type SessionOf<A extends Access> = Access extends A
  ? Session | MemberSession | StaffSession | null
  : A extends { kind: 'anyone' }
    ? Session | null
    : A extends { kind: 'authenticated' }
      ? Session
      : A extends { kind: 'member' }
        ? MemberSession
        : A extends { kind: 'staff' }
          ? StaffSession
          : A extends { kind: 'anyOf'; options: readonly (infer Option extends Access)[] }
            ? SessionOf<Option>
            : never;

/** Everybody, signed in or not. Has to be written out. */
export const anyone = { kind: 'anyone' } as const satisfies Access;

/** Everybody who is signed in. */
export const authenticated = { kind: 'authenticated' } as const satisfies Access;

/** Members of the org that the call names, with at least this role. Default: any member. */
export function member(role: OrgRole = 'member'): { kind: 'member'; role: OrgRole } {
  return { kind: 'member', role };
}

/** People of the back office, with at least this role. Default: any of them. */
export function staff(role: StaffRole = 'moderator'): { kind: 'staff'; role: StaffRole } {
  return { kind: 'staff', role };
}

/** Whoever one of these lets in; the first that does decides what the session carries. */
export function anyOf<const Options extends readonly Access[]>(
  ...options: Options
): { kind: 'anyOf'; options: Options } {
  return { kind: 'anyOf', options };
}

export type AccessRefusal = 'UNAUTHENTICATED' | 'FORBIDDEN' | 'NOT_FOUND';
export type AccessDecision<Granted> =
  | { ok: true; session: Granted }
  | { ok: false; code: AccessRefusal };

type Decision = AccessDecision<Session | MemberSession | StaffSession | null>;

/**
 * Decides whether a session may pass. Pure.
 * An org that the session does not belong to is NOT_FOUND, never FORBIDDEN: its existence is nobody's business.
 *
 * @param orgSlug the org that the call names, or null
 */
export function decideAccess<A extends Access>(
  access: A,
  session: Session | null,
  orgSlug: string | null,
): AccessDecision<SessionOf<A>> {
  return decide(access, session, orgSlug) as AccessDecision<SessionOf<A>>;
}

function decide(access: Access, session: Session | null, orgSlug: string | null): Decision {
  if (access.kind === 'anyone') return { ok: true, session };
  if (access.kind === 'anyOf') return firstGrant(access.options, session, orgSlug);
  if (!session) return { ok: false, code: 'UNAUTHENTICATED' };
  if (access.kind === 'authenticated') return { ok: true, session };
  if (access.kind === 'staff') return decideStaff(access.role, session);
  const membership = session.memberships.find(({ org }) => org.slug === orgSlug);
  if (!membership) return { ok: false, code: 'NOT_FOUND' };
  if (!reaches(ORG_ROLES, membership.role, access.role)) return { ok: false, code: 'FORBIDDEN' };
  return { ok: true, session: { ...session, ...membership } };
}

/** Staff powers exist in the admin app only, even for staff who are signed in to web. */
function decideStaff(role: StaffRole, session: Session): Decision {
  const { staffRole } = session.user;
  if (!staffRole || session.audience !== 'admin') return { ok: false, code: 'NOT_FOUND' };
  if (!reaches(STAFF_ROLES, staffRole, role)) return { ok: false, code: 'FORBIDDEN' };
  return { ok: true, session: { ...session, staffRole } };
}

function firstGrant(
  options: readonly Access[],
  session: Session | null,
  orgSlug: string | null,
): Decision {
  const decisions = options.map((option) => decide(option, session, orgSlug));
  const granted = decisions.find((decision) => decision.ok);
  const forbidden = decisions.find((decision) => !decision.ok && decision.code === 'FORBIDDEN');
  return granted ?? forbidden ?? decisions[0] ?? { ok: false, code: 'NOT_FOUND' };
}

/** A role that is not in the order, held or wanted, reaches nothing. */
function reaches<Role extends string>(order: readonly Role[], held: Role, wanted: Role): boolean {
  return order.includes(wanted) && order.indexOf(held) >= order.indexOf(wanted);
}
