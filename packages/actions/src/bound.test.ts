import { beforeAll, describe, expect, test } from 'vitest';
import { anyone } from '@repo/auth/access';
import { getPost } from '@repo/db/queries/posts';
import { useTestDatabase } from '@repo/db/testing';
import { defineAction, unlimited } from './define-action.ts';
import { createCast } from './lib/testing/create-cast.ts';
import { send } from './lib/testing/call-action.ts';
import { z } from './lib/zod.ts';
import { deletePost, publishPost } from './posts/actions.ts';
import { call, formData, fuzz } from './testing.ts';

await useTestDatabase();

let cast: Awaited<ReturnType<typeof createCast>>;
beforeAll(async () => {
  cast = await createCast();
});

const asAuthor = () => ({ as: cast.people.author, org: cast.org });
const isPublished = async (post: { id: string; orgId: string }) =>
  Boolean((await getPost(post.orgId, post.id))?.publishedAt);

test('a bound action is called by plain forms and by forms with a state', async () => {
  const [first, second] = [await cast.post(), await cast.post()];
  const bind = ({ id }: { id: string }) => publishPost.bind(null, { id, _org: cast.org.slug });
  const options = { as: cast.people.author };
  const plain = await send(bind(first), [formData({})], options);
  const withState = await send(bind(second), [undefined, formData({})], options);
  expect([plain.redirect, withState.redirect]).toEqual(
    [first, second].map(({ id }) => `/o/${cast.org.slug}/posts/${id}?done=published`),
  );
});

test('a form field of a bound name is dropped, whatever its spelling', async () => {
  const [meant, other] = [await cast.post(), await cast.post()];
  const forged = formData({ id: other.id, 'id[0]': other.id, 'id.x': other.id });
  const done = await call(publishPost, forged, { ...asAuthor(), bound: { id: meant.id } });
  expect(done.audit).toMatchObject([{ outcome: 'done', subjectId: meant.id }]);
  expect([await isPublished(meant), await isPublished(other)]).toEqual([true, false]);
});

test('a form alone cannot name what has to be bound, and gets it not back either', async () => {
  const post = await cast.post();
  const { result } = await send(publishPost, [formData({ id: post.id, _org: cast.org.slug })], {
    as: cast.people.author,
  });
  expect(result).toMatchObject({ code: 'VALIDATION', errors: { id: [expect.any(String)] } });
  expect(result?.values).toEqual({});
  expect(await isPublished(post)).toBe(false);
});

test('a secret that was bound is in no log', async () => {
  const action = defineAction({
    id: 'test.boundSecret',
    access: anyone,
    rateLimit: unlimited,
    input: z.object({ token: z.string() }),
    bound: ['token'],
    handler: ({ input }) => {
      throw new Error(`no such token: ${input.token}`);
    },
  });
  const bound = { token: 'a-token-as-bound' };
  const { log, result } = await call(action, formData({}), { bound });
  expect(JSON.stringify(log)).toContain('no such token: [secret]');
  expect(JSON.stringify([log, result])).not.toContain(bound.token);
});

test('a call with an object names all fields itself', async () => {
  const post = await cast.post();
  const { result, redirect } = await call(publishPost, { id: post.id, stay: true }, asAuthor());
  expect([result?.ok, redirect]).toEqual([true, null]);
});

describe('what a client forges into the bound fields is judged as all input', () => {
  test.each<[string, (ids: { id: string; foreign: string }) => object, string]>([
    ["another org's post", ({ foreign }) => ({ id: foreign }), 'NOT_FOUND'],
    ['another org', ({ id }) => ({ id, _org: cast.otherOrg.slug }), 'NOT_FOUND'],
    ['two orgs', ({ id }) => ({ id, _org: [cast.org.slug, cast.otherOrg.slug] }), 'NOT_FOUND'],
    ['no id', () => ({}), 'VALIDATION'],
    ['a list of ids', ({ id }) => ({ id: [id] }), 'VALIDATION'],
    ['an object', ({ id }) => ({ id: { toString: id } }), 'VALIDATION'],
    ['SQL', ({ id }) => ({ id: `${id}' or true` }), 'VALIDATION'],
    ['a field more', ({ id }) => ({ id, authorId: id }), 'VALIDATION'],
    ['text where a boolean belongs', ({ id }) => ({ id, stay: 'true' }), 'VALIDATION'],
  ])('%s', async (_name, forge, code) => {
    const [post, foreign] = [await cast.post(), await cast.otherPost()];
    const bound = forge({ id: post.id, foreign: foreign.id });
    const { result } = await call(deletePost, formData({}), { ...asAuthor(), bound });
    expect(result).toMatchObject({ ok: false, code });
    expect(await getPost(cast.org.id, post.id)).toEqual(post);
    expect(await getPost(cast.otherOrg.id, foreign.id)).toEqual(foreign);
  });

  test("a colleague's post", async () => {
    const post = await cast.post();
    const options = { as: cast.people['another author'], org: cast.org, bound: { id: post.id } };
    const { result } = await call(deletePost, formData({}), options);
    expect(result).toMatchObject({ code: 'FORBIDDEN' });
    expect(await getPost(cast.org.id, post.id)).toEqual(post);
  });
});

test('whatever a client sends beside the bound fields, no row changes unless the call is done', async () => {
  const post = await cast.post();
  const report = await fuzz(publishPost, { ...asAuthor(), bound: { id: post.id }, calls: 50 });
  expect(report).toMatchObject({ done: expect.any(Number), VALIDATION: expect.any(Number) });
}, 60_000);
