import { setTimeout as sleep } from 'node:timers/promises';
import { database } from '@repo/db/client';
import { orgs } from '@repo/db/schema';
import { useTestDatabase } from '@repo/db/testing';
import { eq, inArray, sql } from 'drizzle-orm';
import { afterEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { retryDeadJob } from './dead-jobs.ts';
import { defineJob, type JobCall } from './define-job.ts';
import { enqueue } from './enqueue.ts';
import { hurry, recordingLogger, storedJob, until, untilState } from './lib/testing/queue.ts';
import { QUEUE } from './lib/queue.ts';
import { startWorker, type Worker } from './worker.ts';

await useTestDatabase();
vi.setConfig({ testTimeout: 60_000 });

const input = z.object({ slug: z.string() });
type Call = JobCall<typeof input>;
/** What the job of a test does. */
let behave: (call: Call) => Promise<void>;
const calls: Call[] = [];
const work = defineJob({
  id: 'test.work',
  input,
  retries: 2,
  backoffSeconds: 4,
  timeoutSeconds: 2,
  run: async (call) => {
    calls.push(call);
    await behave(call);
  },
});

const logger = recordingLogger();
const workers: Worker[] = [];
const start = async () => {
  const worker = await startWorker({ jobs: [work], logger, concurrency: 2 });
  workers.push(worker);
  return worker;
};
afterEach(async () => {
  for (const worker of workers.splice(0)) await worker.stop();
  calls.splice(0);
  logger.lines.splice(0);
});

const enqueued = (slug: string = crypto.randomUUID()) =>
  database().transaction((tx) => enqueue(tx, work, { slug }));
const addOrg = async ({ tx, input: { slug } }: Call) => {
  await tx.insert(orgs).values({ slug, name: slug });
};
const orgsOf = (slug: string) => database().$count(orgs, eq(orgs.slug, slug));
const failing = async () => {
  throw new Error('boom for s3cr3t@example.test');
};

test('runs a job once it is committed, and says so in the log', async () => {
  behave = addOrg;
  await start();
  const slug = crypto.randomUUID();
  const id = await enqueued(slug);
  await untilState(id, 'completed');
  expect(await orgsOf(slug)).toBe(1);
  await until(() => logger.lines.some(({ outcome }) => outcome === 'done'), 'the line');
  expect(logger.lines).toContainEqual(
    expect.objectContaining({
      level: 'info',
      job: 'test.work',
      jobId: id,
      attempt: 1,
      outcome: 'done',
    }),
  );
});

test('what a failed attempt wrote is not there; its retry waits, longer each time; the last one leaves it dead', async () => {
  behave = async (call) => {
    await addOrg(call);
    await failing();
  };
  await start();
  const slug = crypto.randomUUID();
  const id = await enqueued(slug);
  const [atLeast, atMost]: number[][] = [[], []];
  for (const attempt of [1, 2]) {
    await until(async () => {
      const job = await storedJob(id);
      return job?.state === 'retry' && job.retry_count === attempt - 1;
    }, `attempt ${attempt} failed`);
    // It failed between these two: the machine may be busy meanwhile.
    const [row] = await database().execute<{ from_start: number; from_now: number }>(sql`
      select extract(epoch from start_after - started_on)::float8 as from_start,
        extract(epoch from start_after - now())::float8 as from_now
      from pgboss.job where id = ${id}`);
    atLeast?.push(row?.from_start ?? 0);
    atMost?.push(row?.from_now ?? 0);
    await hurry(id);
  }
  await untilState(id, 'failed');
  expect(atLeast?.[0]).toBeGreaterThan(3);
  expect(atMost?.[0]).toBeLessThan(8);
  expect(atLeast?.[1]).toBeGreaterThan(7);
  expect(atMost?.[1]).toBeLessThan(16);
  expect(calls.map(({ attempt, jobId }) => [attempt, jobId])).toEqual(
    [1, 2, 3].map((n) => [n, id]),
  );
  expect(await orgsOf(slug)).toBe(0);
  const outcomes = logger.lines.filter(({ jobId }) => jobId === id).map(({ outcome }) => outcome);
  expect(outcomes).toEqual(['failed', 'failed', 'dead']);
});

test('a dead job is retried on demand, once, and a living one is not', async () => {
  behave = failing;
  await start();
  const slug = crypto.randomUUID();
  const id = await enqueued(slug);
  for (let n = 0; n < 2; n += 1) {
    await untilState(id, 'retry');
    await hurry(id);
    await until(() => calls.length === n + 2, 'the next attempt');
  }
  await untilState(id, 'failed');
  behave = addOrg;
  const retry = () => database().transaction((tx) => retryDeadJob(tx, id));
  expect(await retry()).toBe(true);
  await untilState(id, 'completed');
  expect(await orgsOf(slug)).toBe(1);
  expect(await retry()).toBe(false);
});

test('the queue keeps a code of an error, and neither its text nor its stack', async () => {
  behave = failing;
  await start();
  const id = await enqueued();
  await untilState(id, 'retry');
  const job = await storedJob(id);
  expect(job?.output).toEqual({ name: 'JobFailure', message: 'INTERNAL', code: 'INTERNAL' });
  const line = logger.lines.find(({ level }) => level === 'error');
  expect(line).toMatchObject({ jobId: id, code: 'INTERNAL', err: expect.any(Error) as Error });
});

test('input that the job cannot read any more makes it dead at once', async () => {
  await start();
  const [row] = await database().execute<{ id: string }>(sql`
    insert into pgboss.job (name, data, retry_limit)
    values (${QUEUE}, ${JSON.stringify({ job: 'test.work', input: { slug: 1 } })}, 5) returning id`);
  const id = row?.id ?? '';
  await untilState(id, 'failed');
  const job = await storedJob(id);
  expect(job).toMatchObject({ retry_count: 0, output: { code: 'INVALID_INPUT' } });
  expect(calls).toEqual([]);
});

test('a job that this version does not know is left for one that does', async () => {
  await start();
  const unknown = defineJob({ ...work, id: 'test.unknown' });
  const id = await database().transaction((tx) => enqueue(tx, unknown, { slug: 'x' }));
  await untilState(id, 'retry');
  expect((await storedJob(id))?.output).toMatchObject({ code: 'UNKNOWN_JOB' });
});

test('when its time is over it is told, nothing of it is saved, and its transaction is closed to it', async () => {
  let late: unknown;
  behave = async (call) => {
    await addOrg(call);
    await new Promise((resolve) => call.signal.addEventListener('abort', resolve));
    await sleep(200);
    late = await addOrg(call).catch((error: unknown) => error);
  };
  await start();
  const slug = crypto.randomUUID();
  const id = await enqueued(slug);
  await untilState(id, 'retry');
  await until(() => late !== undefined, 'the late write');
  expect(late).toMatchObject({ message: expect.stringContaining('is over') as string });
  expect(await orgsOf(slug)).toBe(0);
});

test('two workers run each of a hundred jobs once, without waiting in between', async () => {
  behave = addOrg;
  await start();
  await start();
  const slugs = Array.from({ length: 100 }, () => crypto.randomUUID());
  const from = performance.now();
  await Promise.all(slugs.map(enqueued));
  const mine = new Set<string>(slugs);
  await until(async () => (await database().$count(orgs, inArray(orgs.slug, slugs))) >= 100, 'all');
  expect(performance.now() - from).toBeLessThan(20_000);
  const ran = calls.map((call) => call.input.slug).filter((slug) => mine.has(slug));
  expect(ran.toSorted()).toEqual(slugs.toSorted());
});

test('a stop waits for the job that runs, and takes no other', async () => {
  let release = () => {};
  behave = async (call) => {
    await new Promise<void>((resolve) => (release = resolve));
    await addOrg(call);
  };
  const worker = await start();
  const slug = crypto.randomUUID();
  const id = await enqueued(slug);
  await until(() => calls.length === 1, 'it runs');
  const stopping = worker.stop();
  const later = await enqueued();
  await sleep(300);
  release();
  await stopping;
  expect(await storedJob(id)).toMatchObject({ state: 'completed' });
  expect(await orgsOf(slug)).toBe(1);
  expect(await storedJob(later)).toMatchObject({ state: 'created' });
});

test('a lost connection of the listener costs no job', async () => {
  behave = addOrg;
  await start();
  await database().execute(
    sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query ilike 'listen%'`,
  );
  const id = await enqueued();
  await untilState(id, 'completed');
  expect(calls.map(({ jobId }) => jobId)).toContain(id);
});

test('a pool that is too small for its jobs is refused, with the number it needs', async () => {
  vi.stubEnv('DATABASE_POOL_MAX', '4');
  const started = startWorker({ jobs: [work], logger, concurrency: 2 });
  await expect(started).rejects.toThrow('set DATABASE_POOL_MAX to 5 or more');
});
