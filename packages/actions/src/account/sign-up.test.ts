import { eq, sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { validateSession } from '@repo/auth/sessions';
import { database } from '@repo/db/client';
import { emailTokens, memberships, sessions, users } from '@repo/db/schema';
import { useTestDatabase } from '@repo/db/testing';
import { mailsTo, mailTo } from '../lib/testing/mail-to.ts';
import { call, createTestUser, expectLimited, expectRefused, formData } from '../testing.ts';
import { finishSignUp, requestPasswordReset, signUp } from './actions.ts';
import { signIn } from './shared/actions.ts';

await useTestDatabase();

const PASSWORD = 'correct horse battery';
const address = () => `new-${crypto.randomUUID()}@example.test`;
const begin = (email: string, options = {}) => call(signUp, formData({ email }), options);
const tokenFor = async (email: string) => {
  await begin(email);
  return (await mailTo(email)).token;
};
const fields = (token: string, more = {}) =>
  formData({ token, name: 'newcomer', orgName: 'Acme & Söhne', password: PASSWORD, ...more });
const finish = (token: string, more = {}, options = {}) =>
  call(finishSignUp, fields(token, more), options);

describe('asking for an account', () => {
  test('answers the same whether the address is known or not, and the mail tells its reader', async () => {
    const known = await createTestUser();
    const unknown = address();
    const [first, second] = [await begin(unknown), await begin(known.email)];
    expect(first).toMatchObject({ result: null, redirect: '/check-your-mail?for=sign-up' });
    const own = (name: string) => ['time', 'ms', 'errorId'].includes(name);
    const seen = (report: object) =>
      JSON.stringify(report, (name, value: unknown) => (own(name) ? null : value));
    expect(seen(second)).toEqual(seen(first));
    expect(await mailTo(unknown)).toMatchObject({ subject: 'Confirm your address' });
    const told = await mailTo(known.email);
    expect(told).toMatchObject({ subject: 'You have an account already', token: '' });
    expect(await database().$count(users, eq(users.email, unknown))).toBe(0);
  });

  test.each([
    ['sign-up', signUp],
    ['reset', requestPasswordReset],
  ])('%s does the same work for a known address and for an unknown one', async (_name, action) => {
    const known = await createTestUser();
    const statements: string[] = [];
    const { options } = database().$client;
    const ask = async (email: string) => {
      await call(action, formData({ email }));
      return statements.splice(0);
    };
    // The first call of a process prepares what later ones do not.
    await ask(address());
    options.debug = (_connection: number, query: string) => void statements.push(query);
    const [one, other] = [await ask(address()), await ask(known.email)];
    options.debug = false;
    expect(one.length).toBeGreaterThan(5);
    expect(other).toEqual(one);
  });

  test('puts nothing into the mail that was typed or that the request says of its host', async () => {
    const email = address();
    const origin = 'https://evil.test';
    const headers = { host: 'evil.test', origin, 'x-forwarded-host': 'evil.test' };
    const sent = formData({ email, name: 'Win at evil.test', next: 'https://evil.test' });
    await call(signUp, sent, { headers });
    const { text, html } = await mailTo(email);
    expect(text).toContain('http://localhost:3000/sign-up/finish?token=');
    expect(`${text}${html}`).not.toContain('evil');
  });

  test.each([
    'a@example.test\r\nBcc: x@evil.test',
    'a@example.test,x@evil.test',
    'a <x@evil.test>',
    'a@example.test\0',
  ])('%j is no address', async (email) => {
    await expectRefused(signUp, formData({ email }), { code: 'VALIDATION' });
  });

  test('floods no mailbox, however many callers ask, and however they write it', async () => {
    const email = address();
    const written = [email, email.toUpperCase(), ` ${email} `];
    let calls = 0;
    await expectLimited(
      signUp,
      () => formData({ email: written[(calls += 1) % written.length] ?? email }),
      { limit: 'rateLimitAlso', other: { input: formData({ email: address() }) } },
    );
    // One more where one window ends and the next begins.
    expect([3, 4]).toContain((await mailsTo(email)).length);
  });

  test.each([
    ['sign-up', signUp],
    ['reset', requestPasswordReset],
  ])('%s floods no mailbox by tags, nor keeps it from a link by them', async (_name, action) => {
    const email = address();
    let tags = 0;
    const tagged = () => formData({ email: email.replace('@', `+${(tags += 1)}@`) });
    const other = { input: formData({ email }) };
    await expectLimited(action, tagged, { limit: 'rateLimitAlso', other });
  });

  test('tells the token to nobody but the reader of the mail', async () => {
    const email = address();
    const report = await begin(email);
    const { token } = await mailTo(email);
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(JSON.stringify(report)).not.toContain(token);
    const rows = await database().execute(sql`select data::text from pgboss.job`);
    expect(JSON.stringify(rows)).not.toContain(token);
  });
});

describe('the link of the mail', () => {
  test('makes a person who owns an org of their own, and signs them in', async () => {
    const email = address();
    const done = await finish(await tokenFor(` ${email.toUpperCase()} `.trim().toLowerCase()));
    expect(done.redirect).toMatch(/^\/o\/acme-sohne/);
    const session = await validateSession('web', done.cookies[0]?.value ?? '');
    expect(session).toMatchObject({ user: { email }, memberships: [{ role: 'owner' }] });
    expect(done.audit).toMatchObject([{ subjectId: session?.user.id, outcome: 'done' }]);
  });

  test('works once, also when it is used twice at the same moment', async () => {
    const email = address();
    const token = await tokenFor(email);
    const both = await Promise.all([finish(token), finish(token)]);
    expect(both.filter(({ redirect }) => redirect)).toHaveLength(1);
    expect(both.find(({ result }) => result)?.result).toMatchObject({ code: 'LINK_OVER' });
    await expectRefused(finishSignUp, fields(token), { code: 'LINK_OVER' });
    const [user] = await database().select().from(users).where(eq(users.email, email));
    expect(await database().$count(memberships, eq(memberships.userId, user?.id ?? ''))).toBe(1);
  });

  test('is over once a newer one was sent, or its time has passed, and is no other link', async () => {
    const email = address();
    const older = await tokenFor(email);
    const newer = await tokenFor(email);
    await expectRefused(finishSignUp, fields(older), { code: 'LINK_OVER' });
    await call(requestPasswordReset, formData({ email }));
    const reset = (await mailTo(email)).token;
    for (const wrong of [reset, '', 'x', newer.slice(1)])
      expect((await finish(wrong)).result).toMatchObject({ ok: false });
    const over = { expiresAt: sql`now() - interval '1 second'` };
    await database().update(emailTokens).set(over).where(eq(emailTokens.email, email));
    await expectRefused(finishSignUp, fields(newer), { code: 'LINK_OVER' });
  });

  test('of somebody who has an account by now, makes no second one', async () => {
    const email = address();
    const token = await tokenFor(email);
    await database().insert(users).values({ email, name: 'x', passwordHash: 'none' });
    await expectRefused(finishSignUp, fields(token), { code: 'EMAIL_TAKEN' });
  });

  test('stays good after a mistake, which gives back neither password nor token', async () => {
    const token = await tokenFor(address());
    const options = { code: 'VALIDATION' } as const;
    const { result } = await expectRefused(
      finishSignUp,
      fields(token, { password: 'short' }),
      options,
    );
    expect(result).toMatchObject({ values: { name: 'newcomer' } });
    expect(result.values).not.toHaveProperty('password');
    expect(result.values).not.toHaveProperty('token');
    expect((await finish(token)).redirect).toContain('/o/');
  });

  test.each([
    [{ password: 'short' }, { password: ['Use at least 12 characters.'] }],
    [{ password: 'aaaaaaaaaaaa' }, { password: [expect.stringContaining('Many people')] }],
    [{ name: ' ' }, { name: ['Please fill this in.'] }],
    [{ orgName: 'x'.repeat(101) }, { orgName: ['Use at most 100 characters.'] }],
  ])('refuses %j', async (wrong, errors) => {
    const { result } = await finish('x', wrong);
    expect(result).toMatchObject({ code: 'VALIDATION', errors });
  });

  test('at once with the same org name gives everybody their own address', async () => {
    const tokens = await Promise.all(Array.from({ length: 4 }, () => tokenFor(address())));
    const done = await Promise.all(tokens.map((token) => finish(token, { orgName: 'Same' })));
    expect(new Set(done.map(({ redirect }) => redirect)).size).toBe(4);
    const starred = await finish(await tokenFor(address()), { orgName: '★★★' });
    expect(starred.redirect).toMatch(/^\/o\/[a-z0-9-]+$/);
  });

  test('ends the session that this browser had', async () => {
    const before = await createTestUser();
    await finish(await tokenFor(address()), {}, { as: before });
    expect(await database().$count(sessions, eq(sessions.userId, before.id))).toBe(0);
  });

  test('not yet used, its address signs in as an unknown one does', async () => {
    const email = address();
    await tokenFor(email);
    const enter = (who: string) => call(signIn, formData({ email: who, password: PASSWORD }));
    const { result } = await enter(email);
    expect(result).toMatchObject({ code: 'WRONG_CREDENTIALS' });
    expect(result).toMatchObject({
      errors: ((await enter(address())).result as { errors: object }).errors,
    });
  });
});
