import { beforeAll, describe, expect, test } from 'vitest';
import { createSession, validateSession } from '@repo/auth/sessions';
import { database } from '@repo/db/client';
import { getPostOfAnyOrg } from '@repo/db/queries/posts';
import { auditEvents, posts, users } from '@repo/db/schema';
import { useTestDatabase } from '@repo/db/testing';
import { eq } from 'drizzle-orm';
import { createCast } from './lib/testing/create-cast.ts';
import { send } from './lib/testing/call-action.ts';
import { hidePost } from './moderation/actions.ts';
import { createPost } from './posts/actions.ts';
import { call, createTestUser, expectRefused, formData } from './testing.ts';

await useTestDatabase();

let cast: Awaited<ReturnType<typeof createCast>>;
beforeAll(async () => {
  cast = await createCast();
});

const fields = { title: 'A post', topic: 'news', summary: '', body: 'Hello.' };
const asAuthor = async () => ({
  as: await createTestUser({ org: cast.org, role: 'author' }),
  org: cast.org,
});
const countPosts = () => database().$count(posts);

describe('what is no form leaves a typed answer and a line of log, and changes nothing', () => {
  test.each<[string, unknown[]]>([
    ['nothing', []],
    ['null', [null]],
    ['text', ['title=x']],
    ['a list', [[fields]]],
    ['a Map', [new Map(Object.entries(fields))]],
    ['an instance', [Object.assign(new (class Post {})(), fields)]],
    ['an object where the form belongs', [{}, fields]],
    ['one argument more', [{}, formData(fields), {}]],
  ])('%s', async (_name, args) => {
    const before = await countPosts();
    const { result, log, audit } = await send(createPost, args, await asAuthor());
    expect(result).toMatchObject({
      ok: false,
      code: 'VALIDATION',
      errors: { _form: [expect.any(String)] },
    });
    expect(log).toMatchObject([{ action: 'posts.create', outcome: 'VALIDATION' }]);
    expect(audit).toEqual([]);
    expect(await countPosts()).toBe(before);
  });
});

test('a forged previous state is worth nothing', async () => {
  const forged = {
    ok: true,
    data: { id: 'x' },
    session: { user: { staffRole: 'admin' } },
    values: {},
  };
  const form = formData({ ...fields, title: '', _org: cast.org.slug });
  const { result } = await send(createPost, [forged, form], await asAuthor());
  expect(result).toMatchObject({
    ok: false,
    code: 'VALIDATION',
    errors: { title: [expect.any(String)] },
  });
});

describe('a form that nobody types is refused and changes nothing', () => {
  test.each<[string, () => FormData, object]>([
    [
      'ten thousand fields',
      () =>
        formData({
          ...fields,
          ...Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`x${i}`, ''])),
        }),
      { _form: [expect.any(String)] },
    ],
    [
      'two megabytes',
      () => formData({ ...fields, body: 'x'.repeat(2 * 1024 * 1024) }),
      { _form: [expect.any(String)] },
    ],
    [
      'a field twice',
      () => formData({ ...fields, title: ['a', 'b'] }),
      { title: [expect.any(String)] },
    ],
    [
      'a file as title',
      () => formData({ ...fields, title: new File(['x'], 'x.txt') }),
      { title: [expect.any(String)] },
    ],
    [
      '201 characters',
      () => formData({ ...fields, title: 'x'.repeat(201) }),
      { title: ['Use at most 200 characters.'] },
    ],
    [
      'broken UTF-8',
      () => formData({ ...fields, title: 'a\uFFFDb' }),
      { title: [expect.any(String)] },
    ],
    ['a NUL', () => formData({ ...fields, body: 'a\0b' }), { body: [expect.any(String)] }],
  ])('%s', async (_name, form, errors) => {
    const options = { ...(await asAuthor()), code: 'VALIDATION' } as const;
    const { result, audit } = await expectRefused(createPost, form(), options);
    expect(result.errors).toMatchObject(errors);
    expect(audit).toMatchObject([{ outcome: 'VALIDATION' }]);
  });
});

test.each([
  '__proto__',
  'constructor',
  'constructor.prototype.x',
  '__proto__.x',
  'title[1000000].x',
  'x[1000000].y',
])('a field named %s is dropped', async (name) => {
  const { result, redirect } = await call(
    createPost,
    formData({ ...fields, slug: crypto.randomUUID(), [name]: 'polluted' }),
    await asAuthor(),
  );
  expect(result).toBeNull();
  expect(redirect).toContain('?done=created');
  expect({}).not.toHaveProperty('x');
});

test('a request of another site gets nothing of its input back', async () => {
  const headers = { 'sec-fetch-site': 'cross-site' };
  const { result, audit, log } = await expectRefused(createPost, formData(fields), {
    ...(await asAuthor()),
    headers,
    code: 'CROSS_ORIGIN',
  });
  expect(result).not.toHaveProperty('values');
  expect(audit).toEqual([]);
  expect(log).toMatchObject([{ outcome: 'CROSS_ORIGIN' }]);
});

test('somebody who is disabled while signed in is nobody at the next call', async () => {
  const { as, org } = await asAuthor();
  const token = await createSession(database(), 'web', as.id);
  const fakes = { caller: () => validateSession('web', token) };
  const create = () =>
    call(createPost, formData({ ...fields, slug: crypto.randomUUID() }), { org, fakes });
  expect((await create()).result).toBeNull();
  await database().update(users).set({ disabledAt: new Date() }).where(eq(users.id, as.id));
  expect((await create()).result).toMatchObject({ code: 'UNAUTHENTICATED', values: fields });
});

test('a flood of strangers on a staff action leaves as many audit events as the limit lets pass', async () => {
  const post = await cast.post();
  const audited = () =>
    database().$count(auditEvents, eq(auditEvents.action, 'moderation.hidePost'));
  const before = await audited();
  const options = { app: 'admin', ip: '198.51.100.200' } as const;
  const codes: (string | undefined)[] = [];
  for (let i = 0; i < 100; i += 1) {
    const { result, log } = await call(hidePost, formData({ id: post.id }), options);
    codes.push(result?.ok === false ? result.code : undefined);
    expect(log).toHaveLength(1);
  }
  const passed = codes.filter((code) => code === 'UNAUTHENTICATED').length;
  expect(passed).toBeLessThan(100);
  expect(codes.filter((code) => code === 'RATE_LIMITED')).toHaveLength(100 - passed);
  expect(await audited()).toBe(before + passed);
  expect((await getPostOfAnyOrg(post.id))?.hiddenAt).toBeNull();
  const elsewhere = await call(hidePost, formData({ id: post.id }), {
    ...options,
    ip: '198.51.100.201',
  });
  expect(elsewhere.result).toMatchObject({ code: 'UNAUTHENTICATED' });
});
