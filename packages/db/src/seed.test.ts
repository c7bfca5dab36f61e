import { expect, test } from 'vitest';
import { database } from './client.ts';
import { listPosts } from './queries/posts.ts';
import { orgs, posts, users } from './schema.ts';
import { seedDatabase } from './seed.ts';
import { useTestDatabase } from './testing.ts';

await useTestDatabase();

test('fills an empty database once, and never a second time', async () => {
  expect(await seedDatabase(database())).toBe(true);
  expect(await seedDatabase(database())).toBe(false);
  expect(await database().$count(users)).toBe(33);
  expect(await database().$count(posts)).toBe(60);
});

test('gives lists that need paging', async () => {
  const [org] = await database().select().from(orgs).orderBy(orgs.createdAt, orgs.id);
  const page = await listPosts(org?.id ?? '', { page: 2 });
  expect(page).toMatchObject({ page: 2, pageCount: 2, total: 34 });
  expect(page.rows).toHaveLength(14);
});

test('two that start together fill it once', async () => {
  await useTestDatabase();
  const both = await Promise.all([seedDatabase(database()), seedDatabase(database())]);
  expect(both).toContain(true);
  expect(both).toContain(false);
  expect(await database().$count(posts)).toBe(60);
});
