import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import postgres, { type Sql } from 'postgres';

/** Any fixed number will do; all instances of all releases must agree on it. */
const MIGRATION_LOCK = 7_316_402_214;

const folder = new URL('../migrations/', import.meta.url);

/**
 * Brings a database to the newest schema. Runs under an advisory lock, so that instances that start at
 * the same time wait for each other. Needs a session: give it a direct address, not a transaction pooler's.
 */
export async function migrateDatabase(url: string): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await client`select pg_advisory_lock(${MIGRATION_LOCK})`;
    if (await isNewest(client)) return;
    // Only now: it takes longer to load than everything else here.
    const { drizzle } = await import('drizzle-orm/postgres-js');
    const { migrate } = await import('drizzle-orm/postgres-js/migrator');
    await migrate(drizzle(client), { migrationsFolder: fileURLToPath(folder) });
  } finally {
    await client.end({ timeout: 5 });
  }
}

/** By drizzle's own rule: what is older than the last one applied counts as applied. */
async function isNewest(client: Sql): Promise<boolean> {
  const [table] = await client`select to_regclass('drizzle.__drizzle_migrations') as name`;
  if (table?.name === null) return false;
  const [applied] = await client`select max(created_at) as time from drizzle.__drizzle_migrations`;
  const journal = JSON.parse(readFileSync(new URL('meta/_journal.json', folder), 'utf8')) as {
    entries: { when: number }[];
  };
  return journal.entries.every(({ when }) => when <= Number(applied?.time ?? 0));
}
