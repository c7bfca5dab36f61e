import { setTimeout as sleep } from 'node:timers/promises';
import { database } from '@repo/db/client';
import { cacheTags } from '@repo/db/schema';
import { useTestDatabase } from '@repo/db/testing';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { defineJob } from './define-job.ts';
import { enqueue } from './enqueue.ts';
import { recordingLogger, until } from './lib/testing/queue.ts';
import { startWorker } from './worker.ts';

await useTestDatabase();

let running = 0;
const work = defineJob({
  id: 'test.work',
  input: z.object({ tag: z.string() }),
  retries: 20,
  run: async ({ tx, input: { tag } }) => {
    const version = sql`${cacheTags.version} + 1`;
    running += 1;
    await tx
      .insert(cacheTags)
      .values({ tag, version: 1 })
      .onConflictDoUpdate({ target: cacheTags.tag, set: { version } });
    await sleep(30);
    await tx.execute(sql`select 1`).finally(() => (running -= 1));
  },
});

const didIt = [() => true, () => false] as const;

/** All but the one that asks, which may be gone itself: what a restart of the database does to a worker. */
const dropConnections = () =>
  database()
    .execute(
      sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
    )
    .then(...didIt);

const enqueued = (name: string, count: number) =>
  database().transaction(async (tx) => {
    for (let n = 0; n < count; n += 1) await enqueue(tx, work, { tag: `${name} ${n}` });
  });
const done = () => database().select().from(cacheTags).orderBy(cacheTags.tag);

// That none is lost takes the half minute until another worker may have a job: `pnpm soak` waits for it.
test('a worker whose connections are all dropped, again and again, goes on at once, and does no job twice', async () => {
  const logger = recordingLogger();
  const worker = await startWorker({ jobs: [work], logger, concurrency: 5 });
  await enqueued('before', 60);
  for (let round = 0; round < 3; round += 1) {
    await until(() => running > 2, 'jobs run');
    await until(dropConnections, 'they are dropped');
  }
  // A connection that was dropped just now may not know it yet.
  const enqueuedLater = () => enqueued('later', 20).then(...didIt);
  await until(enqueuedLater, 'the later ones are enqueued');
  await until(
    async () => (await done()).filter(({ tag }) => tag.startsWith('later')).length === 20,
    'the later ones',
  );
  expect((await done()).filter(({ version }) => version !== 1)).toEqual([]);
  expect(logger.lines.some(({ outcome }) => outcome === 'failed')).toBe(true);
  await worker.stop(1_000);
});
