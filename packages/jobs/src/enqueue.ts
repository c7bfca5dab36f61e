import type { Transaction } from '@repo/db/client';
import type { z } from 'zod';
import type { Job } from './define-job.ts';
import { onConnection } from './lib/queue-client.ts';
import { QUEUE } from './lib/queue.ts';
import { sendOptions } from './lib/send-options.ts';

/** Options of `enqueue`. */
export interface EnqueueOptions {
  /** Not before this moment. Default: at once. */
  runAfter?: Date;
}

/**
 * Enqueues a job in the caller's transaction: it is there if that commits, and never was if it rolls back. One
 * statement; the worker is woken by the commit.
 * @returns the id of the job
 * @throws ZodError when the input is not what the job reads, as JSON; nothing is enqueued then
 */
export async function enqueue<S extends z.ZodType>(
  tx: Transaction,
  job: Job<S>,
  input: z.input<S>,
  { runAfter }: EnqueueOptions = {},
): Promise<string> {
  const sent: unknown = JSON.parse(JSON.stringify(input ?? null));
  job.input.parse(sent);
  const data = { job: job.id, input: sent };
  const options = { ...sendOptions(job), ...(runAfter && { startAfter: runAfter }) };
  const id = await onConnection(tx, (queue) => queue.send(QUEUE, data, options));
  if (!id) throw new Error(`The queue took no "${job.id}"`);
  return id;
}
