import { setTimeout as sleep } from 'node:timers/promises';
import { database } from '@repo/db/client';
import { sql } from 'drizzle-orm';
import type { Logger } from '../logger.ts';

/** What the queue holds of one job. */
export interface StoredJob extends Record<string, unknown> {
  state: string;
  retry_count: number;
  start_after: string;
  data: { job: string; input: unknown };
  output: Record<string, unknown> | null;
}

/** A job as it is in the database, or null. */
export async function storedJob(id: string): Promise<StoredJob | null> {
  const [row] = await database().execute<StoredJob>(
    sql`select state, retry_count, start_after, data, output from pgboss.job where id = ${id}`,
  );
  return row ?? null;
}

/** Waits until it holds, for at most 50 seconds. */
export async function until(holds: () => boolean | Promise<boolean>, what: string): Promise<void> {
  for (const end = Date.now() + 50_000; !(await holds()); await sleep(30))
    if (Date.now() > end) throw new Error(`Not within 50 s: ${what}`);
}

/** Waits until a job is in this state. */
export function untilState(id: string, state: string): Promise<void> {
  return until(async () => (await storedJob(id))?.state === state, `job ${id} is ${state}`);
}

/** Does not wait for the time of a retry. */
export async function hurry(id: string): Promise<void> {
  await database().execute(
    sql`update pgboss.job set start_after = now() where id = ${id} and state = 'retry'`,
  );
}

export type Line = Record<string, unknown> & { level: string; message: string };

/** A logger that keeps its lines. */
export function recordingLogger(): Logger & { lines: Line[] } {
  const lines: Line[] = [];
  const at = (level: string) => (fields: object, message: string) =>
    void lines.push({ ...fields, level, message });
  return { lines, info: at('info'), warn: at('warn'), error: at('error') };
}
