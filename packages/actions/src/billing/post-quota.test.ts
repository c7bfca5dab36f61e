import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { database } from '@repo/db/client';
import { PLANS } from '@repo/db/plans';
import { posts } from '@repo/db/schema';
import { useTestDatabase } from '@repo/db/testing';
import { createPost, deletePost } from '../posts/actions.ts';
import {
  call,
  createTestOrg,
  createTestUser,
  expectRefused,
  formData,
  keyFor,
  type TestOrg,
  type TestUser,
} from '../testing.ts';

await useTestDatabase();

const fields = { title: 'One more', topic: 'news', summary: '', body: 'Hello.' };

/** An org with room for so many posts, and somebody who writes in it. */
async function almostFull(room: number): Promise<{ org: TestOrg; as: TestUser }> {
  const org = await createTestOrg();
  const as = await createTestUser({ org, role: 'author' });
  await database().execute(sql`
    insert into posts (org_id, author_id, slug, title, topic, body)
    select ${org.id}, ${as.id}, 'filler-' || n, 'Filler', 'news', 'Text.'
    from generate_series(1, ${PLANS.free.posts - room}::int) as n`);
  return { org, as };
}

test('of twenty posts at once in an org with room for one, one is made', async () => {
  const { org } = await almostFull(1);
  const authors = Array.from({ length: 20 }, () => createTestUser({ org, role: 'author' }));
  const reports = await Promise.all(
    (await Promise.all(authors)).map((as, index) =>
      call(createPost, formData({ ...fields, slug: `race-${index}` }), { as, org }),
    ),
  );
  const codes = reports.map(({ result }) => (result?.ok === false ? result.code : 'made'));
  expect(codes.filter((code) => code === 'made')).toHaveLength(1);
  expect(codes.filter((code) => code === 'POST_QUOTA_REACHED')).toHaveLength(19);
  expect(await database().$count(posts, eq(posts.orgId, org.id))).toBe(PLANS.free.posts);
});

test('who has no room is told what to do, keeps what was typed, and can submit again after a delete', async () => {
  const { org, as } = await almostFull(0);
  const form = { ...fields, _key: keyFor('posts.create') };
  const { result } = await expectRefused(createPost, formData(form), {
    as,
    org,
    code: 'POST_QUOTA_REACHED',
  });
  expect(result.errors._form).toEqual([expect.stringContaining('Delete one, or ask an owner')]);
  expect(result.values).toMatchObject({ title: 'One more' });
  const [post] = await database().select().from(posts).where(eq(posts.orgId, org.id));
  await call(deletePost, formData({}), { bound: { id: post?.id }, as, org });
  expect((await call(createPost, formData(form), { as, org })).redirect).toContain('?done=created');
});
