import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { hashPassword } from '@repo/auth/password';
import { createSession, validateSession } from '@repo/auth/sessions';
import { database } from '@repo/db/client';
import { sessions } from '@repo/db/schema';
import { useTestDatabase } from '@repo/db/testing';
import { disableUser } from '../moderation/actions.ts';
import { call, createTestUser, expectLimited, expectRefused, formData } from '../testing.ts';
import { signIn, signOut } from './shared/actions.ts';

await useTestDatabase();

const PASSWORD = 'correct horse battery';
const passwordHash = await hashPassword(PASSWORD);
const person = (more = {}) => createTestUser({ passwordHash, ...more });
const sessionsOf = (userId: string) => database().$count(sessions, eq(sessions.userId, userId));

describe('signing in', () => {
  const enter = (email: string, more = {}, options = {}) =>
    call(signIn, formData({ email, password: PASSWORD, ...more }), options);

  test.each([
    ['web', 'perimeter_session'],
    ['admin', 'perimeter_admin_session'],
  ] as const)('to %s gives a session of that app only', async (app, cookie) => {
    const user = await person();
    const done = await enter(user.email, {}, { app });
    expect(done).toMatchObject({ redirect: '/', cookies: [{ name: cookie }] });
    const token = done.cookies[0]?.value ?? '';
    expect(await validateSession(app, token)).toMatchObject({ user: { id: user.id } });
    expect(await validateSession(app === 'web' ? 'admin' : 'web', token)).toBeNull();
  });

  test('answers the same for an unknown address and a wrong password', async () => {
    const user = await person();
    const wrong = await enter(user.email, { password: 'not the password' });
    const unknown = await enter('unknown@example.test', { password: 'not the password' });
    const { errorId: _, values: __, ...seen } = { ...wrong.result } as Record<string, unknown>;
    expect(seen).toEqual({
      ok: false,
      code: 'WRONG_CREDENTIALS',
      errors: { _form: [expect.any(String)] },
    });
    expect(unknown.result).toMatchObject(seen);
    for (const report of [wrong, unknown]) {
      expect(report.audit).toMatchObject([
        { actorId: null, subjectId: null, outcome: 'WRONG_CREDENTIALS' },
      ]);
      expect(report.cookies).toEqual([]);
      expect(JSON.stringify(report)).not.toContain('not the password');
    }
  });

  test('tells a disabled person so, but only with the right password', async () => {
    const user = await person({ disabled: true });
    expect((await enter(user.email)).result).toMatchObject({ code: 'ACCOUNT_DISABLED' });
    const guess = await enter(user.email, { password: 'not the password' });
    expect(guess.result).toMatchObject({ code: 'WRONG_CREDENTIALS' });
    expect(await sessionsOf(user.id)).toBe(0);
  });

  test('ends the older session of this browser and gives a new one', async () => {
    const user = await person();
    const token = await createSession(database(), 'web', user.id);
    const session = await validateSession('web', token);
    const done = await enter(user.email, {}, { as: session });
    expect(await validateSession('web', token)).toBeNull();
    expect(await validateSession('web', done.cookies[0]?.value ?? '')).not.toBeNull();
    expect(await sessionsOf(user.id)).toBe(1);
  });

  test('leaves no session and no cookie when it cannot be committed', async () => {
    const user = await person();
    const broken = async () => {
      throw new Error('no audit');
    };
    const { result, cookies } = await enter(user.email, {}, { fakes: { audit: broken } });
    expect(result).toMatchObject({ code: 'INTERNAL' });
    expect(cookies).toEqual([]);
    expect(await sessionsOf(user.id)).toBe(0);
  });

  test('goes to the page that was asked for', async () => {
    const user = await person();
    const done = await enter(user.email, { next: '/o/acme/posts?page=2#list' });
    expect(done.redirect).toBe('/o/acme/posts?page=2#list');
  });

  test.each([
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/.//evil.example',
    '/a/..//evil.example',
    '/%2e//evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    'https://evil.example',
    'https:evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    'evil.example',
    ' /o/acme',
    `/${'x'.repeat(500)}`,
  ])('never leaves the site for %j', async (next) => {
    const user = await person();
    expect((await enter(user.email, { next })).redirect).toBe('/');
  });

  test('is limited by address, and closed while the store of limits is out', async () => {
    const guess = () => formData({ email: 'nobody@example.test', password: PASSWORD });
    await expectLimited(signIn, guess);
    const limiter = {
      limit: async () => {
        throw new Error('down');
      },
    };
    await expectRefused(signIn, guess(), { fakes: { limiter }, code: 'UNAVAILABLE' });
  });

  test('of many addresses that guess the password of one account, few get to try', async () => {
    const user = await person();
    const other = await person();
    const codes: string[] = [];
    for (let address = 0; address < 30; address += 1) {
      const options = { ip: `203.0.113.${address}` };
      const guess = () => enter(user.email.toUpperCase(), { password: 'a guess' }, options);
      for (const { result } of [await guess(), await guess()])
        codes.push(result?.ok === false ? result.code : 'in');
    }
    const tried = codes.filter((code) => code === 'WRONG_CREDENTIALS').length;
    // Where one window ends and the next begins, one or two more may pass.
    expect([30, 31, 32]).toContain(tried);
    expect(codes.filter((code) => code === 'RATE_LIMITED')).toHaveLength(60 - tried);
    const right = await enter(user.email);
    expect(right.result).toMatchObject({ code: 'RATE_LIMITED', retryAfter: expect.any(Number) });
    expect(await sessionsOf(user.id)).toBe(0);
    expect((await enter(other.email)).redirect).toBe('/');
  });

  test('is limited by account, however it is written, and says nothing about whether there is one', async () => {
    const of = (email: string) => formData({ email, password: 'a guess' });
    const other = { input: of('another@example.test') };
    const limit = 'rateLimitAlso';
    const unknown = `unknown-${crypto.randomUUID()}@example.test`;
    const written = [unknown, unknown.toUpperCase(), ` ${unknown} `];
    let calls = 0;
    const guess = () => of(written[(calls += 1) % written.length] ?? unknown);
    await expectLimited(signIn, guess, { limit, other });
    // One more at the edge of a window, see above.
    expect([31, 32, 33]).toContain(calls);
    await expectLimited(signIn, of((await person()).email), { limit, other, max: 3 });
  });

  test('while being disabled, at the same moment, leaves no session that wakes up later', async () => {
    const admin = await createTestUser({ staffRole: 'admin' });
    for (let round = 0; round < 8; round += 1) {
      const user = await person();
      await Promise.all([
        enter(user.email),
        call(disableUser, formData({ id: user.id }), { as: admin, app: 'admin' }),
        enter(user.email),
      ]);
      expect(await sessionsOf(user.id)).toBe(0);
    }
  });
});

describe('signing out', () => {
  test.each(['web', 'admin'] as const)(
    'of %s ends this session and its cookie, no other',
    async (app) => {
      const user = await person();
      const other = await createSession(database(), app, user.id);
      const done = await call(signOut, formData({}), { as: user, app });
      expect(done.redirect).toBe('/sign-in?done=signed-out');
      expect(done.cookies).toMatchObject([
        { value: '', options: { maxAge: 0, path: '/', httpOnly: true } },
      ]);
      expect(await sessionsOf(user.id)).toBe(1);
      expect(await validateSession(app, other)).not.toBeNull();
    },
  );

  test('works when the session has ended before', async () => {
    const done = await call(signOut, formData({}));
    expect(done).toMatchObject({ redirect: '/sign-in?done=signed-out', cookies: [{ value: '' }] });
  });
});
