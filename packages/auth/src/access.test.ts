import { describe, expect, expectTypeOf, test } from 'vitest';
import {
  anyOf,
  anyone,
  authenticated,
  decideAccess,
  member,
  staff,
  type Access,
  type SessionOf,
} from './access.ts';
import type {
  Audience,
  MemberSession,
  OrgRole,
  Session,
  StaffRole,
  StaffSession,
} from './session.ts';

function session(
  audience: Audience,
  person: { staffRole?: StaffRole; orgs?: Record<string, OrgRole> } = {},
): Session {
  return {
    id: 'session',
    audience,
    expiresAt: new Date(),
    user: {
      id: 'user',
      email: 'person@example.test',
      name: 'Person',
      staffRole: person.staffRole ?? null,
    },
    memberships: Object.entries(person.orgs ?? {}).map(([slug, role]) => ({
      org: { id: `id of ${slug}`, slug, name: slug },
      role,
    })),
  };
}

// Disabled people have no session (see session-store.test.ts): here they are the anonymous.
const CALLERS = {
  anonymous: null,
  stranger: session('web'),
  member: session('web', { orgs: { here: 'member' } }),
  author: session('web', { orgs: { here: 'author' } }),
  owner: session('web', { orgs: { here: 'owner' } }),
  'owner elsewhere': session('web', { orgs: { there: 'owner' } }),
  'moderator in web': session('web', { staffRole: 'moderator' }),
  'admin in web': session('web', { staffRole: 'admin' }),
  moderator: session('admin', { staffRole: 'moderator' }),
  admin: session('admin', { staffRole: 'admin' }),
  'owner in admin': session('admin', { orgs: { here: 'owner' } }),
};

const ACCESS = {
  anyone,
  authenticated,
  'member()': member(),
  "member('author')": member('author'),
  "member('owner')": member('owner'),
  'staff()': staff(),
  "staff('admin')": staff('admin'),
  "anyOf(member('author'), staff())": anyOf(member('author'), staff()),
  'anyOf()': anyOf(),
} satisfies Record<string, Access>;

// One column for each access, in the order above: + granted, U unauthenticated, F forbidden, N not found.
const TABLE: Record<keyof typeof CALLERS, string> = {
  anonymous: '+UUUUUUUN',
  stranger: '++NNNNNNN',
  member: '+++FFNNFN',
  author: '++++FNN+N',
  owner: '+++++NN+N',
  'owner elsewhere': '++NNNNNNN',
  'moderator in web': '++NNNNNNN',
  'admin in web': '++NNNNNNN',
  moderator: '++NNN+F+N',
  admin: '++NNN+++N',
  'owner in admin': '+++++NN+N',
};

const SIGN = { UNAUTHENTICATED: 'U', FORBIDDEN: 'F', NOT_FOUND: 'N' };

describe('who may pass, in the org that the call names', () => {
  for (const [caller, expected] of Object.entries(TABLE)) {
    test.each(Object.entries(ACCESS).map(([name, access], i) => [name, access, expected[i]]))(
      `${caller} at %s`,
      (_name, access, outcome) => {
        const held = CALLERS[caller as keyof typeof CALLERS];
        const decision = decideAccess(access as Access, held, 'here');
        expect(decision.ok ? '+' : SIGN[decision.code]).toBe(outcome);
      },
    );
  }
});

test('without an org, or with one that is not theirs, even an owner is no member', () => {
  for (const org of [null, '', 'there', 'HERE', '__proto__'])
    expect(decideAccess(member(), CALLERS.owner, org)).toEqual({ ok: false, code: 'NOT_FOUND' });
});

test('a role that nobody declared lets nobody in', () => {
  const [asked, held] = [member('everybody' as OrgRole), 'superuser' as OrgRole];
  expect(decideAccess(asked, CALLERS.owner, 'here').ok).toBe(false);
  expect(decideAccess(member(), session('web', { orgs: { here: held } }), 'here').ok).toBe(false);
  expect(decideAccess(staff('x' as StaffRole), CALLERS.admin, null).ok).toBe(false);
});

test('the granted session carries what the access promised, and the given one stays as it was', () => {
  const two = session('web', { orgs: { there: 'member', here: 'owner' } });
  const granted = decideAccess(member(), two, 'here');
  expect(granted).toEqual({
    ok: true,
    session: { ...two, org: { id: 'id of here', slug: 'here', name: 'here' }, role: 'owner' },
  });
  expect(two).not.toHaveProperty('org');
  const back = decideAccess(staff(), CALLERS.admin, null);
  expect(back).toMatchObject({ ok: true, session: { staffRole: 'admin' } });
});

test('the first option that lets somebody in decides what the session carries', () => {
  const both = session('admin', { staffRole: 'admin', orgs: { here: 'author' } });
  const first = decideAccess(anyOf(member('author'), staff()), both, 'here');
  expect(first.ok && first.session).toHaveProperty('org');
  const last = decideAccess(anyOf(staff(), member('author')), both, 'here');
  expect(last.ok && last.session).not.toHaveProperty('org');
});

test('the type of the session follows from the access', () => {
  expectTypeOf<SessionOf<typeof anyone>>().toEqualTypeOf<Session | null>();
  expectTypeOf<SessionOf<typeof authenticated>>().toEqualTypeOf<Session>();
  expectTypeOf<SessionOf<ReturnType<typeof member>>>().toEqualTypeOf<MemberSession>();
  expectTypeOf<SessionOf<ReturnType<typeof staff>>>().toEqualTypeOf<StaffSession>();
  const either = anyOf(member('author'), staff());
  expectTypeOf<SessionOf<typeof either>>().toEqualTypeOf<MemberSession | StaffSession>();
  const open = anyOf(anyone, member());
  expectTypeOf<SessionOf<typeof open>>().toEqualTypeOf<Session | MemberSession | null>();
  expectTypeOf<SessionOf<Access>>().toEqualTypeOf<Session | MemberSession | StaffSession | null>();
  // @ts-expect-error an access is made of known roles
  member('editor');
  // @ts-expect-error a staff role is no org role
  staff('owner');
});
