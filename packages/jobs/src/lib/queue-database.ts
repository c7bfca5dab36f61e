import { database, type Queryable, type Transaction } from '@repo/db/client';
import { sql } from 'drizzle-orm';
import { fromDrizzle, type Db } from 'pg-boss';

/** Types of Postgres that drizzle leaves as text, and pg-boss reads as dates: timestamp with and without zone. */
const DATES = new Set([1114, 1184]);

interface Column {
  name: string;
  type: number;
}

/** The statements of pg-boss on a connection of ours: one driver, one pool. */
export function queueDatabase(on: () => Queryable): Db {
  return {
    async executeSql(text, values = []) {
      const sent = values.map(parameterOf);
      const { rows } = await fromDrizzle(on(), sql).executeSql(text, sent);
      return { rows: withDates(rows) };
    },
  };
}

/** A transaction that a job runs in, as pg-boss settles it. */
export interface JobTransaction extends Db {
  tx: Transaction;
  /** Settles with whether it was committed. */
  over: Promise<boolean>;
}

/** All that a worker asks of its database, on the pool of this process. */
export function workerDatabase(onCommitError: (error: unknown) => Error): Db {
  const pooled = queueDatabase(database);
  return {
    async executeSql(text, values) {
      return values?.length ? pooled.executeSql(text, values) : { rows: await runScript(text) };
    },
    async listen(channel, onNotification, onReconnect) {
      const listening = await database().$client.listen(channel, onNotification, onReconnect);
      return { close: () => listening.unlisten() };
    },
    async beginTransaction() {
      const opened = Promise.withResolvers<Transaction>();
      const decided = Promise.withResolvers<void>();
      const ended = database().transaction(async (tx) => {
        opened.resolve(tx);
        await decided.promise;
      });
      ended.catch(opened.reject);
      const tx = await opened.promise;
      const over = ended.then(
        () => true,
        () => false,
      );
      const handle: JobTransaction = { ...queueDatabase(() => tx), tx, over };
      return {
        db: handle,
        async commit() {
          decided.resolve();
          await ended.catch((error: unknown) => Promise.reject(onCommitError(error)));
        },
        async rollback() {
          decided.reject(new Error('The job failed'));
          await over;
        },
      };
    },
  };
}

/**
 * Without parameters it may be several statements in one text, with a transaction of their own: that takes the simple
 * protocol, and one connection for all of them, which is given back without a transaction whatever happens. Theirs
 * takes the place of the one that is open here.
 */
async function runScript(text: string): Promise<Record<string, unknown>[]> {
  const rows: unknown[] = await database().$client.begin((connection) => connection.unsafe(text));
  const several = rows.length > 0 && rows.every((result) => Array.isArray(result));
  return several ? rows.flatMap((result) => withDates(result as unknown[])) : withDates(rows);
}

/** drizzle takes texts for dates and for JSON. */
function parameterOf(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return JSON.stringify(value);
}

/** postgres.js adds to each result which columns it has. */
function withDates(rows: unknown[]): Record<string, unknown>[] {
  const found = rows as Record<string, unknown>[] & { columns?: Column[] };
  const dates = found.columns?.filter(({ type }) => DATES.has(type)) ?? [];
  if (dates.length === 0) return found;
  return found.map((row) => {
    const read = dates.map(({ name }) => [name, dateOf(row[name])]);
    return { ...row, ...Object.fromEntries(read) };
  });
}

function dateOf(value: unknown): unknown {
  return typeof value === 'string' ? new Date(value) : value;
}
