import { beforeAll, expect, test } from 'vitest';
import { createSession, validateSession } from '@repo/auth/sessions';
import { database } from '@repo/db/client';
import { getPostOfAnyOrg } from '@repo/db/queries/posts';
import { useTestDatabase } from '@repo/db/testing';
import { createCast } from '../lib/testing/create-cast.ts';
import { unpublishPost } from '../posts/shared/actions.ts';
import { call, createTestUser, expectRefused, formData, type TestUser } from '../testing.ts';
import { disableUser, enableUser, hidePost, restorePost } from './actions.ts';

await useTestDatabase();

let cast: Awaited<ReturnType<typeof createCast>>;
let admin: TestUser;
beforeAll(async () => {
  cast = await createCast();
  admin = cast.people['staff admin'];
});

const asAdmin = () => ({ as: admin, app: 'admin' }) as const;

test('hides a post, tells the cache of its org, and restores it as it was', async () => {
  const post = await cast.post({ publishedAt: new Date() });
  const input = () => formData({ id: post.id });
  const hidden = await call(hidePost, input(), asAdmin());
  expect(hidden.redirect).toBe(`/posts/${post.id}?done=hidden`);
  expect(hidden.invalidations).toEqual([{ tag: `posts-of:${cast.org.slug}` }]);
  expect((await getPostOfAnyOrg(post.id))?.hiddenAt).toBeInstanceOf(Date);
  const restored = await call(restorePost, input(), asAdmin());
  expect(restored.invalidations).toEqual([{ tag: `posts-of:${cast.org.slug}` }]);
  expect(await getPostOfAnyOrg(post.id)).toMatchObject({
    hiddenAt: null,
    publishedAt: post.publishedAt,
  });
});

test('staff take any post back to draft, and the audit names no org', async () => {
  const post = await cast.post({ publishedAt: new Date() });
  const done = await call(unpublishPost, formData({}), {
    ...asAdmin(),
    bound: { id: post.id },
  });
  expect(done.redirect).toBe(`/posts/${post.id}?done=unpublished`);
  expect(done.invalidations).toEqual([{ tag: `posts-of:${cast.org.slug}` }]);
  expect(done.audit).toMatchObject([
    { app: 'admin', actorId: admin.id, orgId: null, subjectId: post.id },
  ]);
  expect((await getPostOfAnyOrg(post.id))?.publishedAt).toBeNull();
});

test('a person who is disabled loses their sessions in both apps at once, and may come back', async () => {
  const user = await createTestUser({ staffRole: 'moderator' });
  const tokens = {
    web: await createSession(database(), 'web', user.id),
    admin: await createSession(database(), 'admin', user.id),
  };
  const done = await call(disableUser, formData({ id: user.id }), asAdmin());
  expect(done.redirect).toBe(`/users/${user.id}?done=disabled`);
  expect(await validateSession('web', tokens.web)).toBeNull();
  expect(await validateSession('admin', tokens.admin)).toBeNull();
  await call(enableUser, formData({ id: user.id }), asAdmin());
  expect(await validateSession('web', tokens.web)).toBeNull();
  const again = await createSession(database(), 'web', user.id);
  expect(await validateSession('web', again)).not.toBeNull();
});

test('nobody disables themselves', async () => {
  for (const id of [admin.id, admin.id.toUpperCase()])
    await expectRefused(disableUser, formData({ id }), { ...asAdmin(), code: 'SELF' });
});

test.each([
  ['unknown', '01890a5d-ac96-774b-bcce-b302099a8057', 'NOT_FOUND'],
  ['no id', 'x', 'VALIDATION'],
  ['an injection', "' or 1=1 --", 'VALIDATION'],
] as const)('an id that is %s is refused', async (_name, id, code) => {
  for (const action of [hidePost, restorePost, disableUser, enableUser, unpublishPost])
    await expectRefused(action, { id }, { ...asAdmin(), code });
});
