import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { getAccount, handOver } from './account.ts';
import { programPath } from './binaries.ts';
import { explain } from './explain.ts';

/** The superuser and the database it owns. */
export const NAME = 'perimeter';

const PARTIAL = 'init-';

/** Makes the database cluster in `home`, unless it is there. A half-made one is thrown away. */
export function initialise(home: string, ephemeral: boolean): void {
  for (const name of readdirSync(home)) {
    if (name.startsWith(PARTIAL)) rmSync(join(home, name), { recursive: true, force: true });
  }
  if (existsSync(join(home, 'data'))) return;
  const partial = join(home, `${PARTIAL}${process.pid}`);
  try {
    mkdirSync(partial, { mode: 0o700 });
    handOver(partial, getAccount());
    runInitdb(home, partial, ephemeral);
    run(
      home,
      'postgres',
      ['--single', '-c', 'fsync=off', '-D', partial, 'postgres'],
      `CREATE DATABASE "${NAME}";\n`,
    );
    renameSync(partial, join(home, 'data'));
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    throw error;
  }
}

/** The superuser's password: other users of this machine can reach the port, but not read this file. */
export function readPassword(home: string): string {
  return readFileSync(join(home, 'password'), 'utf8').trim();
}

function runInitdb(home: string, data: string, ephemeral: boolean): void {
  const passwordFile = join(home, 'password');
  rmSync(passwordFile, { force: true });
  writeFileSync(passwordFile, randomBytes(24).toString('hex'), { mode: 0o600 });
  handOver(passwordFile, getAccount());
  const locale = [
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ];
  run(home, 'initdb', [
    `--pgdata=${data}`,
    `--username=${NAME}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    ...locale,
    ...(ephemeral ? ['--no-sync'] : []),
  ]);
}

function run(home: string, name: 'initdb' | 'postgres', args: string[], input?: string): void {
  const result = spawnSync(programPath(name), args, {
    ...getAccount(),
    cwd: home,
    env: programEnv(),
    encoding: 'utf8',
    input: input ?? '',
  });
  if (result.status === 0) return;
  throw new Error(
    explain(`${result.error?.message ?? ''}\n${result.stdout}\n${result.stderr}`, home),
  );
}

/** Environment of the Postgres programs: nothing of the caller's PG* variables, messages in English. */
export function programEnv(): NodeJS.ProcessEnv {
  return {
    NODE_ENV: process.env.NODE_ENV,
    PATH: process.env.PATH,
    SystemRoot: process.env.SystemRoot,
    LC_ALL: 'C',
  };
}
