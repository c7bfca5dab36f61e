import { expect, test } from 'vitest';
import { database, type Transaction } from '../client.ts';
import { createOrg, createPost } from '../lib/testing/rows.ts';
import { getPost } from '../queries/posts.ts';
import { useTestDatabase } from '../testing.ts';
import { violates } from '../violates.ts';
import { deletePost, insertPost, updatePost } from './posts.ts';

await useTestDatabase();

const write = <T>(work: (tx: Transaction) => Promise<T>) => database().transaction(work);

test("another org's post is neither changed nor deleted", async () => {
  const [org, other] = [await createOrg(), await createOrg()];
  const post = await createPost(other);
  expect(await write((tx) => updatePost(tx, org.id, post.id, { title: 'Taken over' }))).toBe(null);
  expect(await write((tx) => deletePost(tx, org.id, post.id))).toBe(null);
  expect(await getPost(other.id, post.id)).toEqual(post);
});

test('an edit can clear a field, and leaves alone what it does not name', async () => {
  const org = await createOrg();
  const post = await createPost(org, { summary: 'Short.', publishedAt: new Date() });
  const edited = await write((tx) => updatePost(tx, org.id, post.id, { summary: null }));
  expect(edited).toEqual({ ...post, summary: null, updatedAt: edited?.updatedAt });
  expect(edited?.updatedAt.getTime()).toBeGreaterThanOrEqual(post.updatedAt.getTime());
});

test('a taken slug is null for a new post, and a named violation for an edit', async () => {
  const org = await createOrg();
  const { slug, authorId, topic, summary, body } = await createPost(org, { slug: 'taken' });
  const fresh = { orgId: org.id, authorId, slug, title: 'Title', topic, summary, body };
  expect(await write((tx) => insertPost(tx, fresh))).toBe(null);
  const post = await write((tx) => insertPost(tx, { ...fresh, slug: 'free' }));
  const edit = write((tx) => updatePost(tx, org.id, post?.id ?? '', { slug }));
  const error: unknown = await edit.catch((reason: unknown) => reason);
  expect(violates(error, 'posts_org_slug')).toBe(true);
  expect(violates(error, 'orgs_slug_unique')).toBe(false);
  expect(violates((error as Error).cause, 'posts_org_slug')).toBe(true);
});

test('only a unique violation of that name is one', async () => {
  const org = await createOrg();
  const other: unknown = await createPost(org, { title: '' }).catch((reason: unknown) => reason);
  expect(other).toBeInstanceOf(Error);
  for (const error of [other, new Error('posts_org_slug'), null, undefined, 'posts_org_slug', {}])
    expect(violates(error, 'posts_org_slug')).toBe(false);
});
