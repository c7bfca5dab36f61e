import { expect, test } from 'vitest';
import { createOrg, createPost } from '../lib/testing/rows.ts';
import { useTestDatabase } from '../testing.ts';
import { getPublicOrg, getPublicPost } from './public-posts.ts';

await useTestDatabase();

const now = new Date();

test('the public sees published posts only: no draft, nothing hidden', async () => {
  const org = await createOrg();
  await createPost(org, { slug: 'draft' });
  await createPost(org, { slug: 'open', publishedAt: now });
  await createPost(org, { slug: 'hidden', publishedAt: now, hiddenAt: now });
  await createPost(org, { slug: 'hidden-draft', hiddenAt: now });
  expect((await getPublicOrg(org.slug))?.posts.map(({ slug }) => slug)).toEqual(['open']);
  expect(await getPublicPost(org.slug, 'open')).toMatchObject({ slug: 'open', author: 'Author' });
  for (const slug of ['draft', 'hidden', 'hidden-draft', 'unknown'])
    expect(await getPublicPost(org.slug, slug)).toBe(null);
});

test("a post is found under its own org's address only", async () => {
  const [org, other] = [await createOrg(), await createOrg()];
  await createPost(org, { slug: 'mine', publishedAt: now });
  expect(await getPublicPost(other.slug, 'mine')).toBe(null);
  expect((await getPublicOrg(other.slug))?.posts).toEqual([]);
});

test('nothing internal is in a public post, and a cache can keep it as JSON', async () => {
  const org = await createOrg();
  await createPost(org, { slug: 'open', publishedAt: now });
  const post = await getPublicPost(org.slug, 'open');
  expect(Object.keys(post ?? {}).sort()).toEqual([
    'author',
    'body',
    'publishedAt',
    'slug',
    'summary',
    'title',
    'topic',
  ]);
  expect(JSON.parse(JSON.stringify(post))).toEqual(post);
});

test.each(['', 'a\0b', 'Upper', 'a b', '../x', 'x'.repeat(100_000), "' or 1=1 --", '\ud800'])(
  'an address that names nothing (%j) finds nothing instead of failing',
  async (slug) => {
    const org = await createOrg();
    expect(await getPublicOrg(slug)).toBe(null);
    expect(await getPublicPost(slug, slug)).toBe(null);
    expect(await getPublicPost(org.slug, slug)).toBe(null);
  },
);

test('a NUL inside does not make a second address of the same page, which no invalidation would name', async () => {
  const org = await createOrg();
  await createPost(org, { slug: 'open', publishedAt: now });
  expect(await getPublicOrg(`${org.slug}\0`)).toBe(null);
  expect(await getPublicPost(org.slug, 'op\0en')).toBe(null);
});
