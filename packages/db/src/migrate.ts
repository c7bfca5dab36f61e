import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';

/** Any fixed number will do; all instances of all releases must agree on it. */
const MIGRATION_LOCK = 7_316_402_214;

/**
 * Brings a database to the newest schema. Runs under an advisory lock, so that instances that start at
 * the same time wait for each other. Needs a session: give it a direct address, not a transaction pooler's.
 */
export async function migrateDatabase(url: string): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await client`select pg_advisory_lock(${MIGRATION_LOCK})`;
    await migrate(drizzle(client), {
      migrationsFolder: fileURLToPath(new URL('../migrations', import.meta.url)),
    });
  } finally {
    await client.end({ timeout: 5 });
  }
}
