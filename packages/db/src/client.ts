import { drizzle } from 'drizzle-orm/postgres-js';
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

const held = globalThis as typeof globalThis & { perimeterDatabase?: Database };

/**
 * The one database client of this process. It is made at the first call (importing this file opens nothing)
 * and kept on `globalThis`, so that a hot reload does not open a second pool.
 * @throws ZodError when the environment names no usable database
 */
export function database(): Database {
  return (held.perimeterDatabase ??= connect(databaseEnv()));
}

/** Ends all connections. The next `database()` opens a new pool. */
export async function closeDatabase(): Promise<void> {
  const open = held.perimeterDatabase;
  held.perimeterDatabase = undefined;
  await open?.$client.end({ timeout: 5 });
}
