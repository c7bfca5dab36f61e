import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import postgres from 'postgres';
import { afterAll } from 'vitest';
import { closeDatabase, database, type Database } from './client.ts';
import { migrateDatabase } from './migrate.ts';

function templateName(): string {
  const folder = new URL('../migrations/', import.meta.url);
  const hash = createHash('sha256');
  for (const file of readdirSync(folder).toSorted()) {
    if (file.endsWith('.sql')) hash.update(readFileSync(new URL(file, folder)));
  }
  return `template_${hash.digest('hex').slice(0, 16)}`;
}

function at(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

/** Makes the migrated template once per server; test files that start together wait for the first. */
async function ensureTemplate(admin: postgres.Sql, server: string, name: string) {
  await admin`select pg_advisory_lock(hashtext(${name}))`;
  try {
    const [known] = await admin`select datistemplate from pg_database where datname = ${name}`;
    if (known?.datistemplate) return;
    await admin.unsafe(`drop database if exists ${name}`);
    await admin.unsafe(`create database ${name}`);
    await migrateDatabase(at(server, name));
    await admin.unsafe(`alter database ${name} is_template true`);
  } finally {
    await admin`select pg_advisory_unlock(hashtext(${name}))`;
  }
}

export { seedDatabase } from './seed.ts';

/**
 * A migrated, empty database of this test file's own, dropped when the file ends. Sets `DATABASE_URL`, so that
 * `database()` reaches it.
 * Needs `PERIMETER_TEST_DATABASE_URL`, which `preset({ database: true })` of `@repo/testing/vitest` provides.
 */
export async function useTestDatabase(): Promise<Database> {
  const server = process.env.PERIMETER_TEST_DATABASE_URL;
  if (!server)
    throw new Error(
      "No test server: use preset({ database: true }) in this package's vitest.config.ts",
    );
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const admin = postgres(server, { max: 1, onnotice: () => {} });
  const template = templateName();
  await ensureTemplate(admin, server, template);
  await admin.unsafe(`create database ${name} template ${template}`);
  await closeDatabase();
  process.env.DATABASE_URL = at(server, name);
  afterAll(async () => {
    await closeDatabase();
    await admin.unsafe(`drop database if exists ${name} with (force)`);
    await admin.end();
  });
  return database();
}
