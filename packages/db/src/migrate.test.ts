import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { afterAll, expect, test } from 'vitest';
import { migrateDatabase } from './migrate.ts';
import * as schema from './schema.ts';

const server = process.env.PERIMETER_TEST_DATABASE_URL ?? '';
const admin = postgres(server, { max: 1, onnotice: () => {} });
const made: string[] = [];

async function emptyDatabase() {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await admin.unsafe(`create database ${name}`);
  made.push(name);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

async function ask<Row>(url: string, query: string): Promise<Row[]> {
  const client = postgres(url, { max: 1 });
  const rows = await client.unsafe(query);
  await client.end();
  return rows as unknown as Row[];
}

afterAll(async () => {
  for (const name of made) await admin.unsafe(`drop database ${name} with (force)`);
  await admin.end();
});

interface Journal {
  entries: { when: number; tag: string }[];
}
const folder = new URL('../migrations/', import.meta.url);
const read = (file: string) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as unknown;
const { entries } = read('meta/_journal.json') as Journal;

const APPLIED = 'select id, hash, created_at from drizzle.__drizzle_migrations order by id';

test('makes every table from zero, and a second run changes nothing', async () => {
  const url = await emptyDatabase();
  await migrateDatabase(url);
  const applied = await ask(url, APPLIED);
  expect(applied).toHaveLength(entries.length);
  const tables = await ask<{ name: string }>(
    url,
    "select tablename as name from pg_tables where schemaname = 'public' order by 1",
  );
  expect(tables.map(({ name }) => name)).toEqual([
    'audit_events',
    'cache_tags',
    'email_tokens',
    'idempotency_keys',
    'mails',
    'memberships',
    'orgs',
    'posts',
    'rate_limits',
    'sessions',
    'subscriptions',
    'users',
    'webhook_events',
  ]);
  await migrateDatabase(url);
  expect(await ask(url, APPLIED)).toEqual(applied);
});

test('a database of the release before gets the last migration', async () => {
  const url = await emptyDatabase();
  const before = mkdtempSync(join(tmpdir(), 'migrations-'));
  cpSync(folder, before, { recursive: true });
  const journal = { ...(read('meta/_journal.json') as Journal), entries: entries.slice(0, -1) };
  writeFileSync(join(before, 'meta/_journal.json'), JSON.stringify(journal));
  const client = postgres(url, { max: 1, onnotice: () => {} });
  await migrate(drizzle(client), { migrationsFolder: before });
  await client.end();
  rmSync(before, { recursive: true });
  expect(await ask(url, APPLIED)).toHaveLength(entries.length - 1);
  await migrateDatabase(url);
  expect(await ask(url, APPLIED)).toHaveLength(entries.length);
});

test('ten instances that start at the same time migrate an empty database once', async () => {
  const url = await emptyDatabase();
  await Promise.all(Array.from({ length: 10 }, () => migrateDatabase(url)));
  expect(await ask(url, APPLIED)).toHaveLength(entries.length);
});

test('counters of rate limits write no write-ahead log', async () => {
  const url = await emptyDatabase();
  await migrateDatabase(url);
  const [row] = await ask(url, "select relpersistence from pg_class where relname = 'rate_limits'");
  expect(row).toEqual({ relpersistence: 'u' });
});

test('every migration is listed, in the order of its time: older ones would be skipped in silence', () => {
  const files = readdirSync(folder).filter((file) => file.endsWith('.sql'));
  expect(entries.map(({ tag }) => `${tag}.sql`)).toEqual(files.toSorted());
  const times = entries.map(({ when }) => when);
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  expect(new Set(times).size).toBe(times.length);
});

test('the migrations make what the schema describes', async () => {
  const last = String(entries.length - 1).padStart(4, '0');
  const snapshot = read(`meta/${last}_snapshot.json`) as ReturnType<typeof generateDrizzleJson>;
  const current = generateDrizzleJson(schema, snapshot.id, undefined, 'snake_case');
  expect(await generateMigration(snapshot, current)).toEqual([]);
});
