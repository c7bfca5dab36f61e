import { expect, test } from 'vitest';
import { closeDatabase, database } from './client.ts';
import { createUser } from './lib/testing/rows.ts';
import { users } from './schema.ts';
import { useTestDatabase } from './testing.ts';

test('each call gives a migrated, empty database of its own', async () => {
  await useTestDatabase();
  const first = process.env.DATABASE_URL;
  await createUser();
  expect(await database().$count(users)).toBe(1);
  await useTestDatabase();
  expect(process.env.DATABASE_URL).not.toBe(first);
  expect(await database().$count(users)).toBe(0);
  await closeDatabase();
});

test('without a server it says what to write', async () => {
  const server = process.env.PERIMETER_TEST_DATABASE_URL;
  delete process.env.PERIMETER_TEST_DATABASE_URL;
  await expect(useTestDatabase()).rejects.toThrow(/preset\(\{ database: true \}\)/);
  process.env.PERIMETER_TEST_DATABASE_URL = server;
});
