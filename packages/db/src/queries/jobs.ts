import { sql, type SQL } from 'drizzle-orm';
import { database, type Queryable } from '../client.ts';
import { PAGE_SIZE, pageOf, type Page } from '../lib/page.ts';
import { isUuid } from '../lib/uuid.ts';

export type JobStatus = 'waiting' | 'running' | 'dead' | 'done';

export interface JobFilter {
  /** Default: all but those that are done. */
  status?: JobStatus | undefined;
  /** Counts from 1. */
  page?: number | undefined;
}

/** A job of the queue, as the back office shows it. */
export interface JobItem {
  id: string;
  /** Which job it is: `subject.verb`. */
  job: string;
  input: unknown;
  status: JobStatus;
  /** Attempts that have begun. */
  attempts: number;
  /** Attempts that it may have in all. */
  maxAttempts: number;
  /** Why the last attempt failed, or null. Never the text of an error. */
  code: string | null;
  createdAt: Date;
  /** When it is run at the earliest. */
  runAfter: Date;
  /** When it was done or dead, or null. */
  endedAt: Date | null;
}

interface Row extends Record<string, unknown> {
  id: string;
  data: { job: string; input: unknown };
  state: 'created' | 'retry' | 'active' | 'completed' | 'failed' | 'cancelled';
  retry_count: number;
  retry_limit: number;
  started_on: string | null;
  output: { code?: string; message?: string; value?: { message?: string } } | null;
  created_on: string;
  start_after: string;
  completed_on: string | null;
}

const STATES: Record<JobStatus, SQL> = {
  waiting: sql`state in ('created', 'retry')`,
  running: sql`state = 'active'`,
  dead: sql`state = 'failed'`,
  done: sql`state in ('completed', 'cancelled')`,
};
const COLUMNS = sql`id, data, state, retry_count, retry_limit, started_on, output, created_on, start_after, completed_on`;

/** Jobs of the queue, newest first: for the back office only. */
export async function listJobs({ status, page }: JobFilter = {}): Promise<Page<JobItem>> {
  const db = database();
  const wanted = status ? STATES[status] : sql`not ${STATES.done}`;
  const where = sql`from pgboss.job where name = 'jobs' and ${wanted}`;
  const [counted] = await db.execute<{ total: number }>(
    sql`select count(*)::int as total ${where}`,
  );
  const { offset, ...range } = pageOf(counted?.total ?? 0, page ?? 1);
  const rows = await db.execute<Row>(
    sql`select ${COLUMNS} ${where} order by created_on desc, id desc limit ${PAGE_SIZE} offset ${offset}`,
  );
  return { ...range, rows: rows.map(itemOf) };
}

/** One job, or null: for the back office only. */
export async function getJob(id: string, db: Queryable = database()): Promise<JobItem | null> {
  if (!isUuid(id)) return null;
  const [row] = await db.execute<Row>(
    sql`select ${COLUMNS} from pgboss.job where name = 'jobs' and id = ${id}`,
  );
  return row ? itemOf(row) : null;
}

function itemOf(row: Row): JobItem {
  return {
    id: row.id,
    job: row.data.job,
    input: row.data.input,
    status: statusOf(row.state),
    attempts: row.started_on ? row.retry_count + 1 : 0,
    maxAttempts: row.retry_limit + 1,
    code: codeOf(row),
    createdAt: new Date(row.created_on),
    runAfter: new Date(row.start_after),
    endedAt: row.completed_on ? new Date(row.completed_on) : null,
  };
}

function statusOf(state: Row['state']): JobStatus {
  if (state === 'failed') return 'dead';
  if (state === 'active') return 'running';
  return state === 'created' || state === 'retry' ? 'waiting' : 'done';
}

/** The worker keeps a code of its own; a job that it lost, or that took too long, the queue words itself. */
function codeOf({ output, state }: Row): string | null {
  if (state === 'completed' || !output) return null;
  if (output.code) return output.code;
  const message = output.message ?? output.value?.message ?? '';
  if (message.includes('heartbeat') || message.includes('shut down')) return 'LOST';
  return /timed out|exceeded/.test(message) ? 'TIMEOUT' : 'INTERNAL';
}
