import type { Transaction } from '@repo/db/client';
import type { z } from 'zod';
import type { Logger } from './lib/logger.ts';

/** What a job works with. */
export interface JobCall<S extends z.ZodType> {
  input: z.output<S>;
  /**
   * The transaction in which the job is marked as done: what is written through it is there exactly if the job is
   * done. What goes elsewhere (mail, calls to others) happens at least once; give it `jobId` as its idempotency key.
   */
  tx: Transaction;
  /** Aborts when the time is over, when the worker gives up waiting at its stop, and when the job was lost to another. */
  signal: AbortSignal;
  /** Stays the same over all attempts. */
  jobId: string;
  /** Counts from 1. */
  attempt: number;
  /** Writes lines that have the job's name and id. */
  logger: Logger;
}

/** A declared job. Write `input` above `run`: TypeScript infers from the top down. */
export interface JobDefinition<S extends z.ZodType> {
  /** `subject.verb`, unique: names the row, the log line, the guide of who is on call. */
  id: string;
  /** Schema of the input, which travels as JSON. It is read when the job is enqueued, and again when it runs. */
  input: S;
  /** How often it is tried again after it failed; then it is dead, and waits for somebody in admin. */
  retries: number;
  /**
   * Seconds until the first retry: at least these, at most twice as many, by chance. Each later one waits twice as long,
   * an hour at most. Default: 5.
   */
  backoffSeconds?: number;
  /** How long one attempt may take: then `signal` aborts, and nothing of it is saved. Default: 60. */
  timeoutSeconds?: number;
  /** When it is enqueued by itself, with `{}` as its input: a cron expression, UTC. Default: never. */
  schedule?: string;
  /** The effect. What it throws is logged in full, and shown to nobody. */
  run: (call: JobCall<S>) => Promise<void>;
}

/** What `defineJob` made, and `enqueue` and the worker take. */
export type Job<S extends z.ZodType = z.ZodType> = Readonly<JobDefinition<S>>;

/** A job whose types no longer matter: what the worker runs. */
// oxlint-disable-next-line typescript/no-explicit-any -- jobs of all inputs are held in one list
export type AnyJob = Job<any>;

/**
 * Declares a job: the only way to write one. Add it to `all-jobs.ts`, or no worker runs it.
 * @throws Error when the id or the number of retries is none
 */
export function defineJob<S extends z.ZodType>(definition: JobDefinition<S>): Job<S> {
  const { id, retries } = definition;
  if (!/^[a-z]\w*\.[a-z]\w*$/i.test(id))
    throw new Error(`"${id}" is no id of a job: write subject.verb, such as mail.deliver`);
  if (!Number.isInteger(retries) || retries < 0)
    throw new Error(`"${id}" has ${retries} retries: write 0 or more`);
  return definition;
}
