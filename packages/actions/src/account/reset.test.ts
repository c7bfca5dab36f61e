import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { hashPassword } from '@repo/auth/password';
import { createSession, validateSession } from '@repo/auth/sessions';
import { database } from '@repo/db/client';
import { emailTokens, sessions } from '@repo/db/schema';
import { useTestDatabase } from '@repo/db/testing';
import { mailsTo, mailTo } from '../lib/testing/mail-to.ts';
import { disableUser } from '../moderation/actions.ts';
import { call, createTestUser, expectLimited, expectRefused, formData } from '../testing.ts';
import { requestPasswordReset, resetPassword, signUp } from './actions.ts';
import { signIn } from './shared/actions.ts';

await useTestDatabase();

const OLD = 'correct horse battery';
const NEW = 'another horse battery';
const passwordHash = await hashPassword(OLD);
const person = (more = {}) => createTestUser({ passwordHash, ...more });
const ask = (email: string, options = {}) =>
  call(requestPasswordReset, formData({ email }), options);
const tokenFor = async (email: string) => {
  await ask(email);
  return (await mailTo(email)).token;
};
const form = (token: string, password = NEW) => formData({ token, password });
const reset = (token: string) => call(resetPassword, form(token));
const enter = (email: string, password: string) => call(signIn, formData({ email, password }));
const sessionsOf = (userId: string) => database().$count(sessions, eq(sessions.userId, userId));

test('asking answers the same for whom it helps, a disabled person and nobody', async () => {
  const [known, disabled] = [await person(), await person({ disabled: true })];
  const unknown = `nobody-${crypto.randomUUID()}@example.test`;
  for (const email of [known.email, disabled.email, unknown]) {
    const { result, redirect, cookies, audit } = await ask(email);
    expect([result, redirect, cookies]).toEqual([null, '/check-your-mail?for=reset', []]);
    expect(audit).toMatchObject([{ actorId: null, subjectId: null, outcome: 'done' }]);
  }
  expect(await mailTo(known.email)).toMatchObject({ subject: 'Choose a new password' });
  for (const email of [disabled.email, unknown])
    expect(await mailTo(email)).toMatchObject({
      subject: 'There is no account to help you with',
      token: '',
    });
});

test('a new password ends all sessions of both apps, and its owner is told by mail', async () => {
  const user = await person();
  const web = await createSession(database(), 'web', user.id);
  const admin = await createSession(database(), 'admin', user.id);
  const done = await reset(await tokenFor(user.email));
  expect(done).toMatchObject({ redirect: '/sign-in?done=password-changed', cookies: [] });
  expect(done.audit).toMatchObject([{ outcome: 'done', subjectId: user.id }]);
  expect(await validateSession('web', web)).toBeNull();
  expect(await validateSession('admin', admin)).toBeNull();
  expect((await enter(user.email, OLD)).result).toMatchObject({ code: 'WRONG_CREDENTIALS' });
  expect((await enter(user.email, NEW)).redirect).toBe('/');
  const told = await mailTo(user.email);
  expect(told).toMatchObject({ subject: 'Your password was changed', token: '' });
});

test('a link works once, also when it is used many times at the same moment', async () => {
  const user = await person();
  const token = await tokenFor(user.email);
  const passwords = Array.from({ length: 5 }, (_, at) => `password number ${at}`);
  const all = await Promise.all(passwords.map((it) => call(resetPassword, form(token, it))));
  expect(all.filter(({ redirect }) => redirect)).toHaveLength(1);
  await expectRefused(resetPassword, form(token), { code: 'LINK_OVER' });
  const winner = passwords[all.findIndex(({ redirect }) => redirect)] ?? '';
  expect((await enter(user.email, winner)).redirect).toBe('/');
});

test('an older link, an expired one, one of a sign-up and a guess change nothing', async () => {
  const user = await person();
  const older = await tokenFor(user.email);
  const newer = await tokenFor(user.email);
  const stranger = `new-${crypto.randomUUID()}@example.test`;
  await call(signUp, formData({ email: stranger }));
  const { token: another } = await mailTo(stranger);
  for (const wrong of [older, another, newer.toUpperCase(), `${newer}=`, 'x'])
    await expectRefused(resetPassword, form(wrong), { code: 'LINK_OVER' });
  const over = { expiresAt: sql`now() - interval '1 second'` };
  await database().update(emailTokens).set(over).where(eq(emailTokens.email, user.email));
  await expectRefused(resetPassword, form(newer), { code: 'LINK_OVER' });
  expect((await enter(user.email, OLD)).redirect).toBe('/');
});

test('a link from before its person was disabled opens nothing', async () => {
  const [user, staff] = [await person(), await createTestUser({ staffRole: 'admin' })];
  const token = await tokenFor(user.email);
  await call(disableUser, formData({ id: user.id }), { as: staff, app: 'admin' });
  await expectRefused(resetPassword, form(token), { code: 'LINK_OVER' });
});

test('a password that is refused leaves the link good, and neither travels back', async () => {
  const user = await person();
  const token = await tokenFor(user.email);
  for (const password of ['short', 'aaaaaaaaaaaa', 'x'.repeat(257)]) {
    const options = { code: 'VALIDATION' } as const;
    const { result } = await expectRefused(resetPassword, form(token, password), options);
    expect(JSON.stringify(result)).not.toContain(token);
  }
  expect((await reset(token)).redirect).toContain('password-changed');
});

test('signing in with the old password at the same moment leaves nobody in', async () => {
  for (let round = 0; round < 5; round += 1) {
    const user = await person();
    const token = await tokenFor(user.email);
    await Promise.all([
      enter(user.email, OLD),
      reset(token),
      enter(user.email, OLD),
      enter(user.email, OLD),
    ]);
    expect(await sessionsOf(user.id)).toBe(0);
  }
});

test('the link leads to the configured address, whatever a request says of its host', async () => {
  const user = await person();
  const origin = 'https://evil.test';
  const headers = { host: 'evil.test', origin, 'x-forwarded-host': 'evil.test' };
  expect((await ask(user.email, { headers })).redirect).toBe('/check-your-mail?for=reset');
  const { text, html } = await mailTo(user.email);
  expect(text).toContain('http://localhost:3000/reset-password?token=');
  expect(`${text}${html}`).not.toContain('evil');
});

test('one account gets few mails, from however many addresses it is asked for', async () => {
  const user = await person();
  const other = { input: formData({ email: 'another@example.test' }) };
  const input = () => formData({ email: user.email });
  await expectLimited(requestPasswordReset, input, { limit: 'rateLimitAlso', other });
  // One more where one window ends and the next begins.
  expect([3, 4]).toContain((await mailsTo(user.email)).length);
});

test('no token and no password is in a log, in the audit or in the queue', async () => {
  const user = await person();
  const asked = await ask(user.email);
  const { token } = await mailTo(user.email);
  const done = await reset(token);
  const rows = await database().execute(sql`
    select data::text as row from pgboss.job union all select to_jsonb(a)::text from audit_events a
    union all select to_jsonb(e)::text from email_tokens e union all select to_jsonb(u)::text from users u`);
  const kept = JSON.stringify([asked, done, rows]);
  expect(kept).not.toContain(token);
  expect(kept).not.toContain(NEW);
});
