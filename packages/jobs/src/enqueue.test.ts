import { closeDatabase, database, type Transaction } from '@repo/db/client';
import { useTestDatabase } from '@repo/db/testing';
import { sql } from 'drizzle-orm';
import { expect, test, vi } from 'vitest';
import { z } from 'zod';
import { defineJob } from './define-job.ts';
import { enqueue } from './enqueue.ts';
import { storedJob } from './lib/testing/queue.ts';

await useTestDatabase();

const greet = defineJob({
  id: 'test.greet',
  input: z.object({ name: z.string().min(1), at: z.iso.datetime().optional() }),
  retries: 3,
  run: async () => {},
});
const remind = defineJob({
  id: 'test.remind',
  input: z.object({ at: z.date() }),
  retries: 0,
  run: async () => {},
});

const inTransaction = <T>(work: (tx: Transaction) => Promise<T>) => database().transaction(work);

test('a job is there when the transaction that enqueued it commits, and not before', async () => {
  const id = await inTransaction(async (tx) => {
    const made = await enqueue(tx, greet, { name: 'Ada' });
    expect(await storedJob(made)).toBeNull();
    return made;
  });
  expect(await storedJob(id)).toMatchObject({
    state: 'created',
    data: { job: 'test.greet', input: { name: 'Ada' } },
  });
});

test('a rollback leaves no job', async () => {
  let id = '';
  const failed = inTransaction(async (tx) => {
    id = await enqueue(tx, greet, { name: 'Ada' });
    throw new Error('changed my mind');
  });
  await expect(failed).rejects.toThrow('changed my mind');
  expect(id).not.toBe('');
  expect(await storedJob(id)).toBeNull();
});

test.each([
  ['what the schema refuses', (tx: Transaction) => enqueue(tx, greet, { name: '' })],
  ['what JSON does not carry', (tx: Transaction) => enqueue(tx, remind, { at: new Date() })],
  ['nothing at all', (tx: Transaction) => enqueue(tx, greet, undefined as never)],
])('%s is refused, and nothing is enqueued', async (_title, refused) => {
  const count = () => database().execute(sql`select count(*) from pgboss.job`);
  const before = await count();
  await expect(inTransaction(refused)).rejects.toThrow(z.ZodError);
  expect([...(await count())]).toEqual([...before]);
});

test('it needs no connection but the one of the transaction', async () => {
  await closeDatabase();
  vi.stubEnv('DATABASE_POOL_MAX', '1');
  vi.resetModules();
  const fresh = await import('./enqueue.ts');
  const id = await inTransaction((tx) => fresh.enqueue(tx, greet, { name: 'Ada' }));
  expect(await storedJob(id)).toMatchObject({ state: 'created' });
  await closeDatabase();
});

test.each([
  ['an id without a verb', { id: 'greet' }, 'write subject.verb'],
  ['half a retry', { retries: 0.5 }, 'write 0 or more'],
])('a job with %s is refused where it is declared', (_title, wrong, sentence) => {
  expect(() => defineJob({ ...greet, ...wrong })).toThrow(sentence);
});
