import { expect, test } from 'vitest';
import {
  anyone,
  anyOf,
  authenticated,
  member,
  staff,
  type Access,
  type AccessKind,
} from '@repo/auth/access';
import type { Session } from '@repo/auth/session';
import { requireAccess } from './require-access.ts';

type App = 'web' | 'admin';

const EXPOSES: Record<App, AccessKind[]> = {
  web: ['anyone', 'authenticated', 'member'],
  admin: ['anyone', 'authenticated', 'staff'],
};

function sessionIn(audience: App): Session {
  return {
    id: 'session',
    audience,
    expiresAt: new Date(0),
    user: { id: 'user', email: 'user@example.test', name: 'user', staffRole: 'moderator' },
    memberships: [{ org: { id: 'org', slug: 'acme', name: 'Acme' }, role: 'author' }],
  };
}

function ask(app: App, access: Access, org: string | null, session = sessionIn(app)) {
  return () => requireAccess({ exposes: EXPOSES[app] }, access, session, org);
}

test('gives the session that the access grants', () => {
  expect(ask('web', member('author'), 'acme')()).toMatchObject({
    role: 'author',
    org: { id: 'org' },
  });
  expect(ask('admin', staff(), null)()).toMatchObject({ staffRole: 'moderator' });
  expect(ask('web', authenticated, null)()).toEqual(sessionIn('web'));
});

test('a role that is too low is forbidden, an org that is not yours does not exist', () => {
  expect(ask('web', member('owner'), 'acme')).toThrow('FORBIDDEN');
  expect(ask('web', member(), 'other')).toThrow('NOT_FOUND');
  expect(ask('web', member(), null)).toThrow('NOT_FOUND');
  expect(ask('admin', staff('admin'), null)).toThrow('FORBIDDEN');
});

test('strangers are asked to sign in, and pass where anyone may call', () => {
  const ports = { exposes: EXPOSES.web };
  expect(() => requireAccess(ports, member(), null, 'acme')).toThrow('UNAUTHENTICATED');
  expect(requireAccess(ports, anyone, null, null)).toBeNull();
});

test('an access that the app does not expose does not exist there, for nobody', () => {
  expect(ask('web', staff(), null)).toThrow('NOT_FOUND');
  expect(ask('admin', member(), 'acme')).toThrow('NOT_FOUND');
  const strangers = () => requireAccess({ exposes: EXPOSES.web }, staff(), null, null);
  expect(strangers).toThrow('NOT_FOUND');
});

test.each([
  ['beside others', anyOf(staff(), member('author'))],
  ['at any depth', anyOf(anyOf(anyOf(staff())), anyOf(staff(), member('author')))],
])('what the app does not expose grants nothing %s', (_name, access) => {
  // Even a session that belongs to the other app, as far as the predicates know.
  const foreign = sessionIn('admin');
  expect(ask('web', access, 'acme', foreign)()).toMatchObject({ role: 'author' });
  expect(ask('web', access, 'other', foreign)).toThrow('NOT_FOUND');
  expect(ask('admin', access, 'acme')()).toMatchObject({ staffRole: 'moderator' });
  expect(ask('admin', access, 'acme')()).not.toHaveProperty('org');
});
