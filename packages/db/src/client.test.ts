import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { sql } from 'drizzle-orm';
import { expect, test, vi } from 'vitest';
import { boundTransaction, closeDatabase, database } from './client.ts';
import { useTestDatabase } from './testing.ts';

await useTestDatabase();

interface ClientModule {
  database: typeof database;
}

async function preparedStatements() {
  const { $client } = database();
  await $client`select ${1}::int`;
  return $client`select name from pg_prepared_statements`;
}

test('importing every module reads no environment and keeps no process alive', async () => {
  const modules = ['client', 'queries/posts', 'queries/public-posts', 'queries/users', 'seed'];
  const imports = [...modules, 'queries/audit', 'queries/ready', 'writes/accounts', 'writes/posts']
    .map((name) => `await import(${JSON.stringify(new URL(`${name}.ts`, import.meta.url).href)});`)
    .concat(`await import(${JSON.stringify(new URL('cache-handler.mjs', import.meta.url).href)});`);
  const script = `${imports.join('\n')} console.log('loaded');`;
  const run = promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
    env: { PATH: process.env.PATH },
    timeout: 50_000,
  });
  expect((await run).stdout).toBe('loaded\n');
}, 60_000);

test('a hot reload keeps the pool', async () => {
  const before = database();
  vi.resetModules();
  const reloaded = (await import('./client.ts')) as ClientModule;
  expect(reloaded.database).not.toBe(database);
  expect(reloaded.database()).toBe(before);
});

test('after closing, the next call opens a new pool', async () => {
  const before = database();
  await closeDatabase();
  await closeDatabase();
  await expect(Promise.resolve(before.execute(sql`select 1`))).rejects.toThrow(/Failed query/);
  expect([...(await database().execute(sql`select 1 as one`))]).toEqual([{ one: 1 }]);
});

test('a direct connection prepares statements and has a time limit', async () => {
  expect(await preparedStatements()).not.toHaveLength(0);
  const [row] = await database().execute(sql`show statement_timeout`);
  expect(row).toEqual({ statement_timeout: '15s' });
});

test('DATABASE_TRANSACTION_POOLER sends neither prepared statements nor start-up parameters', async () => {
  await closeDatabase();
  vi.stubEnv('DATABASE_TRANSACTION_POOLER', 'true');
  expect(await preparedStatements()).toHaveLength(0);
  const [row] = await database().execute(sql`show statement_timeout`);
  expect(row).toEqual({ statement_timeout: '0' });
  await closeDatabase();
});

test.each([
  ['true', null, { lock: '10s', statement: '0' }],
  ['true', 500, { lock: '10s', statement: '500ms' }],
  ['false', 500, { lock: '10s', statement: '500ms' }],
])(
  'with pooler %s and a limit of %s, a transaction ends waiting for locks and statements',
  async (pooler, ms, limits) => {
    await closeDatabase();
    vi.stubEnv('DATABASE_TRANSACTION_POOLER', pooler);
    const rows = await database().transaction(async (tx) => {
      await boundTransaction(tx, ms);
      return tx.execute(
        sql`select current_setting('lock_timeout') as lock, current_setting('statement_timeout') as statement`,
      );
    });
    expect(rows[0]).toEqual(limits);
    await closeDatabase();
  },
);

test('DATABASE_POOL_MAX caps the connections', async () => {
  await closeDatabase();
  vi.stubEnv('DATABASE_POOL_MAX', '2');
  const calls = Array.from({ length: 8 }, () =>
    database().execute<{ pid: number }>(sql`select pg_backend_pid() as pid, pg_sleep(0.02)`),
  );
  const pids = (await Promise.all(calls)).map(([row]) => row?.pid);
  expect(new Set(pids).size).toBe(2);
  await closeDatabase();
});

test('a statement that takes too long is ended', async () => {
  await closeDatabase();
  vi.stubEnv('DATABASE_STATEMENT_TIMEOUT_MS', '100');
  const slow = Promise.resolve(database().execute(sql`select pg_sleep(5)`));
  await expect(slow).rejects.toMatchObject({ cause: { code: '57014' } });
  await closeDatabase();
});
