import { eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { getPost } from '@repo/db/queries/posts';
import { database } from '@repo/db/client';
import { posts } from '@repo/db/schema';
import { useTestDatabase } from '@repo/db/testing';
import {
  call,
  createTestOrg,
  createTestPost,
  createTestUser,
  expectRefused,
  formData,
  type TestOrg,
  type TestUser,
} from '../testing.ts';
import { createPost, deletePost, editPost, publishPost } from './actions.ts';
import { unpublishPost } from './shared/actions.ts';

await useTestDatabase();

let org: TestOrg;
let author: TestUser;

beforeAll(async () => {
  org = await createTestOrg();
  author = await createTestUser({ org, role: 'author' });
});

const fields = { title: 'A first post', topic: 'news', summary: '', body: 'Hello.' };

test('creates a draft, makes the address from the title, and goes to the post', async () => {
  const done = await call(createPost, formData(fields), { as: author, org });
  const [audit] = done.audit;
  expect(done.redirect).toBe(`/o/${org.slug}/posts/${audit?.subjectId}?done=created`);
  expect(audit).toMatchObject({
    action: 'posts.create',
    outcome: 'done',
    actorId: author.id,
    orgId: org.id,
  });
  const post = await getPost(org.id, audit?.subjectId ?? '');
  expect(post).toMatchObject({ slug: 'a-first-post', summary: null, publishedAt: null });
});

test('gives back what was typed when the input is wrong', async () => {
  const options = { as: author, org, code: 'VALIDATION' } as const;
  const { result } = await expectRefused(createPost, formData({ ...fields, title: ' ' }), options);
  expect(result).toMatchObject({
    errors: { title: ['Please fill this in.'] },
    values: { body: 'Hello.', topic: 'news' },
  });
});

async function draft(values: Parameters<typeof createTestPost>[2] = {}) {
  return createTestPost(org, author, values);
}

test('refuses the slug that another post of the org has, and keeps what was typed', async () => {
  const taken = await draft();
  const again = formData({ ...fields, slug: taken.slug });
  const options = { as: author, org, code: 'SLUG_TAKEN' } as const;
  const { result } = await expectRefused(createPost, again, options);
  expect(result).toMatchObject({
    errors: { slug: ['Another post of yours has this address already.'] },
    values: { slug: taken.slug, title: 'A first post' },
  });
});

test('another org may use the same slug', async () => {
  const taken = await draft();
  const other = await createTestOrg();
  const as = await createTestUser({ org: other, role: 'author' });
  const done = await call(createPost, formData({ ...fields, slug: taken.slug }), {
    as,
    org: other,
  });
  expect(done.result).toBeNull();
});

test.each([
  [{ title: 'x'.repeat(201) }, { title: ['Use at most 200 characters.'] }],
  [{ topic: 'gossip' }, { topic: ['Choose one of the options.'] }],
  [{ body: '\r\n ' }, { body: ['Please fill this in.'] }],
  [{ body: 'x'.repeat(20_001) }, { body: ['Use at most 20000 characters.'] }],
  [{ summary: 'x'.repeat(301) }, { summary: ['Use at most 300 characters.'] }],
  [{ slug: 'No Spaces' }, { slug: [expect.stringContaining('single hyphens')] }],
  [{ slug: '../admin' }, { slug: [expect.stringContaining('single hyphens')] }],
])('refuses a post with %j', async (wrong, errors) => {
  const as = await createTestUser({ org, role: 'author' });
  const options = { as, org, code: 'VALIDATION' } as const;
  const { result } = await expectRefused(createPost, formData({ ...fields, ...wrong }), options);
  expect(result.errors).toMatchObject(errors);
});

test('of twenty posts with one slug at once, one is made', async () => {
  const writers = await Promise.all(
    Array.from({ length: 20 }, () => createTestUser({ org, role: 'author' })),
  );
  const reports = await Promise.all(
    writers.map((as) => call(createPost, formData({ ...fields, slug: 'race' }), { as, org })),
  );
  expect(reports.filter(({ redirect }) => redirect)).toHaveLength(1);
  expect(
    reports.filter(({ result }) => result?.ok === false && result.code === 'SLUG_TAKEN'),
  ).toHaveLength(19);
  expect(await database().$count(posts, eq(posts.slug, 'race'))).toBe(1);
});

test('an edit changes all fields, clears the summary and tells the cache', async () => {
  const post = await draft({ summary: 'before', title: 'before' });
  const edit = { ...fields, id: post.id, slug: 'edited', title: ' After ' };
  const done = await call(editPost, formData(edit), { as: author, org });
  expect(done.redirect).toBe(`/o/${org.slug}/posts/${post.id}?done=saved`);
  expect(done.invalidations).toEqual([{ tag: `posts-of:${org.slug}` }]);
  expect(await getPost(org.id, post.id)).toMatchObject({
    slug: 'edited',
    title: 'After',
    summary: null,
    authorId: author.id,
  });
});

test('an edit to a taken slug changes nothing', async () => {
  const [post, taken] = [await draft(), await draft()];
  const edit = formData({ ...fields, id: post.id, slug: taken.slug });
  const { result } = await expectRefused(editPost, edit, { as: author, org, code: 'SLUG_TAKEN' });
  expect(result.values).toMatchObject({ slug: taken.slug });
});

test('an edit cannot move a post, publish it or change its author', async () => {
  const post = await draft();
  const more = {
    orgId: crypto.randomUUID(),
    authorId: crypto.randomUUID(),
    publishedAt: '2030-01-01',
  };
  await call(editPost, formData({ ...fields, ...more, id: post.id, slug: post.slug }), {
    as: author,
    org,
  });
  expect(await getPost(org.id, post.id)).toMatchObject({
    orgId: org.id,
    authorId: author.id,
    publishedAt: null,
  });
});

test('published twice, also at once, a post is published and keeps its first date', async () => {
  const post = await draft();
  const publish = () =>
    call(publishPost, formData({}), { bound: { id: post.id }, as: author, org });
  const both = await Promise.all([publish(), publish()]);
  expect(both.map(({ redirect }) => redirect)).toEqual(
    both.map(() => `/o/${org.slug}/posts/${post.id}?done=published`),
  );
  expect(both[0]?.invalidations).toEqual([{ tag: `posts-of:${org.slug}` }]);
  const first = (await getPost(org.id, post.id))?.publishedAt;
  expect(first).toBeInstanceOf(Date);
  await publish();
  expect((await getPost(org.id, post.id))?.publishedAt).toEqual(first);
});

test('unpublished, a post is a draft again', async () => {
  const post = await draft({ publishedAt: new Date() });
  const done = await call(unpublishPost, formData({}), { bound: { id: post.id }, as: author, org });
  expect(done.invalidations).toEqual([{ tag: `posts-of:${org.slug}` }]);
  expect(await getPost(org.id, post.id)).toMatchObject({ publishedAt: null });
});

test('deleted, a post is gone, and a second delete finds nothing', async () => {
  const post = await draft();
  const remove = () => call(deletePost, formData({}), { bound: { id: post.id }, as: author, org });
  expect((await remove()).redirect).toBe(`/o/${org.slug}/posts?done=deleted`);
  expect(await getPost(org.id, post.id)).toBeNull();
  expect((await remove()).result).toMatchObject({ code: 'NOT_FOUND' });
});

test('a session that ended gives back all that was typed', async () => {
  const options = { as: null, org, code: 'UNAUTHENTICATED' } as const;
  const { result } = await expectRefused(createPost, formData(fields), options);
  expect(result.values).toEqual(fields);
});
