import { expect, test } from 'vitest';
import { createOrg, createPost } from '../lib/testing/rows.ts';
import { useTestDatabase } from '../testing.ts';
import {
  countPosts,
  getPost,
  getPostOfAnyOrg,
  listPosts,
  listPostsOfAllOrgs,
  statusOf,
} from './posts.ts';

await useTestDatabase();

const now = new Date();
const titles = ({ rows }: { rows: { title: string }[] }) => rows.map(({ title }) => title).sort();

test("another org's post is never returned, by no query that takes an org", async () => {
  const [org, other] = [await createOrg(), await createOrg()];
  const post = await createPost(other, { title: 'Secret', publishedAt: now });
  expect(await getPost(org.id, post.id)).toBe(null);
  expect((await listPosts(org.id)).rows).toEqual([]);
  expect((await listPosts(org.id, { search: 'Secret' })).rows).toEqual([]);
  expect((await listPosts(org.id, { status: 'published' })).total).toBe(0);
  expect(await countPosts(org.id)).toEqual({ draft: 0, published: 0, hidden: 0 });
  expect(await getPost(other.id, post.id)).toMatchObject({ title: 'Secret' });
  expect(await getPostOfAnyOrg(post.id)).toMatchObject({ org: { slug: other.slug } });
});

test.each(['', '1', 'x'.repeat(10_000), "' or 1=1 --", '\0', '../', '００００'])(
  'an id that is none (%j) finds nothing instead of failing',
  async (id) => {
    const org = await createOrg();
    expect(await getPost(org.id, id)).toBe(null);
    expect(await getPostOfAnyOrg(id)).toBe(null);
  },
);

test('search takes wildcards and escapes literally', async () => {
  const org = await createOrg();
  for (const title of ['100% sure', '100 sure', 'snake_case', 'snakeXcase', String.raw`back\slash`])
    await createPost(org, { title });
  const search = async (text: string) => titles(await listPosts(org.id, { search: text }));
  expect(await search('100%')).toEqual(['100% sure']);
  expect(await search('%')).toEqual(['100% sure']);
  expect(await search('snake_case')).toEqual(['snake_case']);
  expect(await search(String.raw`k\s`)).toEqual([String.raw`back\slash`]);
  expect(await search(String.raw`\%`)).toEqual([]);
  expect(await search('SNAKE')).toEqual(['snakeXcase', 'snake_case']);
  expect(await search("' or true --")).toEqual([]);
  expect(await search('   ')).toHaveLength(5);
});

test('a NUL in the search, which Postgres refuses, is left out', async () => {
  const org = await createOrg();
  await createPost(org, { title: 'Plain' });
  expect(titles(await listPosts(org.id, { search: 'pl\0ain' }))).toEqual(['Plain']);
});

test('a status shows its posts only, and hidden wins over published', async () => {
  const org = await createOrg();
  await createPost(org, { title: 'draft' });
  await createPost(org, { title: 'published', publishedAt: now });
  await createPost(org, { title: 'hidden', publishedAt: now, hiddenAt: now });
  await createPost(org, { title: 'hidden draft', hiddenAt: now });
  const of = async (status: 'draft' | 'published' | 'hidden') =>
    titles(await listPosts(org.id, { status }));
  expect(await of('draft')).toEqual(['draft']);
  expect(await of('published')).toEqual(['published']);
  expect(await of('hidden')).toEqual(['hidden', 'hidden draft']);
  expect(await countPosts(org.id)).toEqual({ draft: 1, published: 1, hidden: 2 });
  for (const { title, ...post } of (await listPosts(org.id)).rows)
    expect(title.startsWith(statusOf(post))).toBe(true);
});

test('pages do not overlap, leave nothing out, and show the newest first', async () => {
  const org = await createOrg();
  const createdAt = new Date(2026, 0, 1);
  for (let i = 0; i < 41; i += 1) await createPost(org, { title: `Post ${i}`, createdAt });
  const pages = await Promise.all([1, 2, 3].map((page) => listPosts(org.id, { page })));
  expect(pages.map(({ rows }) => rows.length)).toEqual([20, 20, 1]);
  expect(new Set(pages.flatMap(({ rows }) => rows.map(({ id }) => id))).size).toBe(41);
  await createPost(org, { title: 'Newest' });
  expect((await listPosts(org.id)).rows[0]?.title).toBe('Newest');
});

test.each([
  [0, 1],
  [-3, 1],
  [Number.NaN, 1],
  [1.9, 1],
  [2, 2],
  [999, 2],
  [Number.POSITIVE_INFINITY, 2],
  [Number.NEGATIVE_INFINITY, 1],
  [1e308, 2],
])('page %d of 2 is page %d', async (wanted, page) => {
  const org = await createOrg();
  for (let i = 0; i < 21; i += 1) await createPost(org);
  expect(await listPosts(org.id, { page: wanted })).toMatchObject({
    page,
    pageCount: 2,
    total: 21,
  });
});

test('an empty list is page 1 of 1', async () => {
  const org = await createOrg();
  expect(await listPosts(org.id, { page: 7 })).toEqual({
    rows: [],
    page: 1,
    pageCount: 1,
    total: 0,
  });
});

test('the back office sees all orgs', async () => {
  const [org, other] = [await createOrg(), await createOrg()];
  await createPost(org, { title: 'Everywhere one' });
  await createPost(other, { title: 'Everywhere two' });
  expect(titles(await listPostsOfAllOrgs({ search: 'everywhere' }))).toEqual([
    'Everywhere one',
    'Everywhere two',
  ]);
});
