import { databaseEnv } from '@repo/db/env';
import { PgBoss } from 'pg-boss';
import type { AnyJob } from './define-job.ts';
import { jobsEnv } from './env.ts';
import { JobFailure } from './lib/job-failure.ts';
import type { Logger } from './lib/logger.ts';
import { workerDatabase, type JobTransaction } from './lib/queue-database.ts';
import { QUEUE, QUEUE_OPTIONS, QUEUE_SCHEMA } from './lib/queue.ts';
import { runJob, type JobData } from './lib/run-job.ts';
import { syncSchedules } from './lib/sync-schedules.ts';

export type { Logger } from './lib/logger.ts';

/** What `startWorker` runs. */
export interface WorkerOptions {
  jobs: readonly AnyJob[];
  logger: Logger;
  /** How many at the same time. Default: `JOBS_CONCURRENCY`. */
  concurrency?: number;
}

/** A worker that runs. */
export interface Worker {
  /**
   * Takes no more jobs, and waits for those that run.
   * @param patienceMs then they are given back, to be run again. Default: 20 seconds
   */
  stop(patienceMs?: number): Promise<void>;
}

/** Connections that a worker needs besides those of its jobs: to take jobs, to report failures, to look after others. */
const SPARE_CONNECTIONS = 3;
/** How long a job waits at most whose notification was lost, or whose time came. */
const POLL_SECONDS = 2;

/**
 * Runs jobs of this database until it is stopped, on the pool of this process and one connection more, which listens.
 * @throws ZodError when the environment lacks something, Error when the pool is too small, or the tables of the queue are not those of this version
 */
export async function startWorker(options: WorkerOptions): Promise<Worker> {
  const { JOBS_CONCURRENCY } = jobsEnv();
  const { logger, concurrency = JOBS_CONCURRENCY } = options;
  requireConnections(concurrency);
  const jobs = new Map(options.jobs.map((job) => [job.id, job]));
  const boss = new PgBoss({
    db: workerDatabase((error) => {
      logger.error({ err: error }, 'a job could not be committed');
      return new JobFailure('INTERNAL');
    }),
    schema: QUEUE_SCHEMA,
    migrate: false,
    useListenNotify: true,
    registerInstance: false,
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 10,
    cronWorkerIntervalSeconds: 10,
  });
  boss.on('error', (error) => logger.error({ err: plain(error) }, 'the queue failed'));
  boss.on('warning', ({ message }) => logger.warn({}, message));
  await boss.start();
  await boss.updateQueue(QUEUE, QUEUE_OPTIONS);
  await syncSchedules(boss, options.jobs);

  const lanes: string[] = [];
  // One that has found work looks again at once, and wakes the others: the queue would let them sleep.
  const wake = () => lanes.forEach((lane) => boss.notifyWorker(lane));
  const lane = {
    transactional: true,
    includeMetadata: true,
    pollingIntervalSeconds: POLL_SECONDS,
  } as const;
  for (let index = 0; index < concurrency; index += 1) {
    const poll = index === 0 ? POLL_SECONDS : 60;
    const own = { ...lane, notifyPollingIntervalSeconds: poll };
    const id = await boss.work<JobData, void, typeof own>(
      QUEUE,
      own,
      async ([row], transaction) => {
        wake();
        if (row) await runJob(jobs, logger, row, transaction as JobTransaction);
      },
    );
    lanes.push(id);
  }
  logger.info({ jobs: [...jobs.keys()], concurrency }, 'worker started');
  return {
    async stop(patienceMs = 20_000) {
      await boss.stop({ graceful: true, timeout: patienceMs });
      logger.info({}, 'worker stopped');
    },
  };
}

function requireConnections(concurrency: number): void {
  const { DATABASE_POOL_MAX } = databaseEnv();
  const needed = concurrency + SPARE_CONNECTIONS;
  if (DATABASE_POOL_MAX >= needed) return;
  throw new Error(
    `A worker of ${concurrency} jobs at a time needs ${needed} connections: ` +
      `set DATABASE_POOL_MAX to ${needed} or more, or JOBS_CONCURRENCY to less (in .env)`,
  );
}

/** The queue hands on copies of errors, with all their fields. The logger knows what to leave out of errors only. */
function plain({
  name,
  message,
  code,
}: {
  name?: string;
  message?: string;
  code?: unknown;
}): Error {
  const error = new Error(message);
  delete error.stack;
  return Object.assign(error, { name: name ?? 'Error' }, code === undefined ? {} : { code });
}
