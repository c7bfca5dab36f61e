import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import {
  type Held,
  hold,
  processesWith,
  query,
  temporaryFolder,
  until,
} from './lib/postgres/testing.ts';
import { startPostgres } from './postgres.ts';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const parts: Record<string, (held: Held) => number[]> = {
  'the launcher': ({ launcher }) => [launcher.pid ?? 0],
  'the server': ({ server }) => [server],
  'the watchdog': ({ watchdog }) => [watchdog],
  'the launcher and the watchdog': ({ launcher, watchdog }) => [watchdog, launcher.pid ?? 0],
  'the launcher and the server': ({ launcher, server }) => [server, launcher.pid ?? 0],
  everything: ({ home }) => processesWith(home),
};

// One directory for all of them: each is also the next start of the one before.
const crashed = temporaryFolder();
afterAll(() => rmSync(crashed, { recursive: true, force: true }));

test.each(Object.keys(parts))('kill -9 of %s does not block the next start', async (name) => {
  const held = await hold(crashed);
  await query(held.url, 'drop table if exists kept; create table kept as select 42 as answer');
  for (const pid of parts[name]?.(held) ?? []) process.kill(pid, 'SIGKILL');
  // A launcher that is still there would rightly keep its database.
  held.launcher.kill('SIGKILL');

  const next = await startPostgres({ dataDir: crashed });
  const rows = await query(next.url, 'select answer from kept');
  await next.stop();
  expect(rows).toEqual([{ answer: 42 }]);
  await until(() => processesWith(crashed).length === 0, 'no process is left');
});

test('the server of a killed launcher stops by itself', async () => {
  const { launcher, server } = await hold(crashed);
  expect(processesWith('postgres -D', crashed)).toContain(server);
  launcher.kill('SIGKILL');
  await until(() => processesWith(crashed).length === 0, 'no process is left');
});

test('the ephemeral database of a killed launcher is removed', async () => {
  const { launcher, home } = await hold('--ephemeral');
  launcher.kill('SIGKILL');
  await until(() => processesWith(home).length === 0, 'no process is left');
  expect(existsSync(home)).toBe(false);
});

test('an ephemeral database whose watchdog was killed too is removed by the next one', async () => {
  const { launcher, watchdog, home } = await hold('--ephemeral');
  process.kill(watchdog, 'SIGKILL');
  launcher.kill('SIGKILL');
  await once(launcher, 'exit');
  const longAgo = new Date(Date.now() - 3_600_000);
  utimesSync(home, longAgo, longAgo);
  const next = await startPostgres({ ephemeral: true });
  await next.stop();
  expect(existsSync(home)).toBe(false);
  expect(processesWith(home)).toEqual([]);
});

test('a half-made database is thrown away', async () => {
  mkdirSync(join(folder, 'init-1'));
  writeFileSync(join(folder, 'init-1', 'PG_VERSION'), '18');
  const { url, stop } = await startPostgres({ dataDir: folder });
  const rows = await query(url, 'select 1 as alive');
  await stop();
  expect(rows).toEqual([{ alive: 1 }]);
  expect(existsSync(join(folder, 'init-1'))).toBe(false);
});

test('a stale pid file that names a foreign process neither blocks nor harms it', async () => {
  const first = await startPostgres({ dataDir: crashed });
  const pidFile = join(crashed, 'data', 'postmaster.pid');
  const stale = readFileSync(pidFile, 'utf8').split('\n');
  await first.stop();
  const foreign = spawn('sleep', ['60']);
  writeFileSync(pidFile, [foreign.pid, ...stale.slice(1)].join('\n'));
  const second = await startPostgres({ dataDir: crashed });
  await second.stop();
  expect(foreign.exitCode ?? foreign.signalCode).toBeNull();
  foreign.kill();
});
