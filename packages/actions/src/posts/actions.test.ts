import { beforeAll, expect, test } from 'vitest';
import { getPost } from '@repo/db/queries/posts';
import { database } from '@repo/db/client';
import { posts } from '@repo/db/schema';
import { useTestDatabase } from '@repo/db/testing';
import {
  call,
  createTestOrg,
  createTestUser,
  formData,
  type TestOrg,
  type TestUser,
} from '../testing.ts';
import { createPost } from './actions.ts';

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
  const before = await database().$count(posts);
  const { result } = await call(createPost, formData({ ...fields, title: ' ' }), {
    as: author,
    org,
  });
  expect(result).toMatchObject({
    ok: false,
    code: 'VALIDATION',
    errors: { title: ['Please fill this in.'] },
    values: { body: 'Hello.', topic: 'news' },
  });
  expect(await database().$count(posts)).toBe(before);
});
