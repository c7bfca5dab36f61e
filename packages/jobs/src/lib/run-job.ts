import { database } from '@repo/db/client';
import { sql } from 'drizzle-orm';
import type { JobWithMetadata } from 'pg-boss';
import type { AnyJob } from '../define-job.ts';
import { guardTransaction } from './guard-transaction.ts';
import { JobFailure } from './job-failure.ts';
import type { Logger } from './logger.ts';
import type { JobTransaction } from './queue-database.ts';
import { QUEUE } from './queue.ts';

/** What the queue holds of a job. */
export interface JobData {
  job: string;
  input: unknown;
}

type Row = JobWithMetadata<JobData>;

/**
 * Runs one attempt in the transaction that also marks the job as done.
 * @throws JobFailure, whatever went wrong: what went wrong is in the log
 */
export async function runJob(
  jobs: ReadonlyMap<string, AnyJob>,
  logger: Logger,
  row: Row,
  { tx, over }: JobTransaction,
): Promise<void> {
  const startedAt = performance.now();
  const attempt = row.retryCount + 1;
  const fields = () => ({
    job: row.data.job,
    jobId: row.id,
    attempt,
    ms: Math.round((performance.now() - startedAt) * 10) / 10,
  });
  try {
    const job = jobs.get(row.data.job);
    if (!job) throw new JobFailure('UNKNOWN_JOB');
    const read = job.input.safeParse(row.data.input);
    if (!read.success) throw await endRetries(row);
    let isOver = false;
    void over.then(() => (isOver = true));
    const own = loggerOf(logger, fields);
    const call = { input: read.data, signal: row.signal, jobId: row.id, attempt, logger: own };
    await job.run({ ...call, tx: guardTransaction(tx, () => isOver || row.signal.aborted) });
  } catch (error) {
    const failure = failureOf(error, row);
    const isDead = failure.code === 'INVALID_INPUT' || row.retryCount >= row.retryLimit;
    const outcome = isDead ? 'dead' : 'failed';
    logger.error(
      { ...fields(), outcome, code: failure.code, err: error },
      `${row.data.job} ${outcome}`,
    );
    throw failure;
  }
  void over.then((committed) => {
    if (committed) logger.info({ ...fields(), outcome: 'done' }, `${row.data.job} done`);
  });
}

/** Its lines can be found by the job, like those of the worker. */
function loggerOf(logger: Logger, fields: () => object): Logger {
  return {
    info: (more, message) => logger.info({ ...fields(), ...more }, message),
    warn: (more, message) => logger.warn({ ...fields(), ...more }, message),
    error: (more, message) => logger.error({ ...fields(), ...more }, message),
  };
}

function failureOf(error: unknown, row: Row): JobFailure {
  if (error instanceof JobFailure) return error;
  return new JobFailure(row.signal.aborted ? 'TIMEOUT' : 'INTERNAL');
}

/** Input that cannot be read today cannot be read tomorrow. On a connection of its own: the attempt rolls back. */
async function endRetries({ id, retryCount }: Row): Promise<JobFailure> {
  await database().execute(
    sql`update pgboss.job set retry_limit = ${retryCount} where name = ${QUEUE} and id = ${id}`,
  );
  return new JobFailure('INVALID_INPUT');
}
