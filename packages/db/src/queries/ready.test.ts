import { expect, test, vi } from 'vitest';
import { closeDatabase } from '../client.ts';
import { useTestDatabase } from '../testing.ts';
import { databaseAnswers } from './ready.ts';

await useTestDatabase();

test('says whether the database answers, and never throws', async () => {
  expect(await databaseAnswers()).toBe(true);
  await closeDatabase();
  vi.stubEnv('DATABASE_URL', 'postgresql://nobody@127.0.0.1:1/none');
  expect(await databaseAnswers()).toBe(false);
  await closeDatabase();
  vi.stubEnv('DATABASE_URL', '');
  expect(await databaseAnswers()).toBe(false);
});
