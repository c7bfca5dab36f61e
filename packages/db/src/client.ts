import { drizzle } from 'drizzle-orm/postgres-js';
import { sql, type SQL } from 'drizzle-orm';
import postgres from 'postgres';
import { databaseEnv, type DatabaseEnv } from './env.ts';
import * as schema from './schema.ts';

/** Longer than a transaction of ours should take, shorter than a person waits. */
const LOCK_TIMEOUT_MS = 10_000;

function connect(env: DatabaseEnv) {
  const client = postgres(env.DATABASE_URL, {
    max: env.DATABASE_POOL_MAX,
    connect_timeout: env.DATABASE_CONNECT_TIMEOUT_SECONDS,
    idle_timeout: 60,
    // One count of failures is shared by all connections: its own pause grows to 20 seconds within half a second's outage.
    backoff: () => 0.1 + Math.random() * 0.4,
    // A transaction pooler keeps neither prepared statements nor start-up parameters.
    prepare: !env.DATABASE_TRANSACTION_POOLER,
    connection: env.DATABASE_TRANSACTION_POOLER
      ? {}
      : {
          statement_timeout: env.DATABASE_STATEMENT_TIMEOUT_MS,
          lock_timeout: LOCK_TIMEOUT_MS,
          application_name: 'perimeter',
        },
    onnotice: () => {},
  });
  return drizzle(client, { schema, casing: 'snake_case' });
}

/** The process's database: drizzle over one pool of postgres.js connections. */
export type Database = ReturnType<typeof connect>;
/** An open transaction, as handlers get it. */
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];
/** Whatever a query can run on. */
export type Queryable = Database | Transaction;

const held = globalThis as typeof globalThis & {
  perimeterDatabase?: Database | undefined;
  perimeterPooler?: boolean;
};

/**
 * The one database client of this process. It is made at the first call (importing this file opens nothing)
 * and kept on `globalThis`, so that a hot reload does not open a second pool.
 * @throws ZodError when the environment names no usable database
 */
export function database(): Database {
  if (held.perimeterDatabase) return held.perimeterDatabase;
  const env = databaseEnv();
  held.perimeterPooler = env.DATABASE_TRANSACTION_POOLER;
  return (held.perimeterDatabase = connect(env));
}

/**
 * Sets, for this transaction only, how long a statement may take, and how long it waits for a lock where the
 * connection could not be told (behind a transaction pooler). No statement where there is nothing to set.
 *
 * @param statementMs - milliseconds; null leaves the connection's own limit
 */
export async function boundTransaction(tx: Transaction, statementMs: number | null): Promise<void> {
  const settings: SQL[] = [];
  if (statementMs !== null) settings.push(setting('statement_timeout', statementMs));
  if (held.perimeterPooler) settings.push(setting('lock_timeout', LOCK_TIMEOUT_MS));
  if (settings.length > 0) await tx.execute(sql`select ${sql.join(settings, sql`, `)}`);
}

function setting(name: string, ms: number): SQL {
  return sql`set_config(${name}, ${String(ms)}, true)`;
}

/** Ends all connections. The next `database()` opens a new pool. */
export async function closeDatabase(): Promise<void> {
  const open = held.perimeterDatabase;
  held.perimeterDatabase = undefined;
  await open?.$client.end({ timeout: 5 });
}
