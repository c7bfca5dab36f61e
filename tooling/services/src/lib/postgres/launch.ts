import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { getFreePort, isPortFree } from '../free-port.ts';
import { getAccount } from './account.ts';
import { programPath } from './binaries.ts';
import { explain } from './explain.ts';
import { programEnv } from './init.ts';
import { findPostmaster, shutDown } from './postmaster.ts';

const ATTEMPTS = 5;
const READY_WITHIN_MS = 60_000;
// The port was taken meanwhile, or backends of a killed server are still letting go of its memory.
const PASSING = /could not bind|Address already in use|shared memory block .* is still in use/;

/** Starts the server on an initialised `home`; gives its process and port once it accepts connections. */
export async function launch(
  home: string,
  ephemeral: boolean,
): Promise<{ server: ChildProcess; port: number }> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await choosePort(home);
    const server = spawnServer(home, port, ephemeral);
    const failure = await untilReady(server, home);
    if (failure === null) return { server, port };
    if (attempt === ATTEMPTS || !PASSING.test(failure)) {
      await shutDown(home);
      throw new Error(explain(failure, home));
    }
    await sleep(attempt * 100);
  }
}

async function choosePort(home: string): Promise<number> {
  const file = join(home, 'port');
  const kept = Number(readOrEmpty(file));
  if (kept && (await isPortFree(kept))) return kept;
  const port = await getFreePort();
  writeFileSync(file, `${port}\n`);
  return port;
}

function spawnServer(home: string, port: number, ephemeral: boolean): ChildProcess {
  const durable = ephemeral ? 'off' : 'on';
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    `port=${port}`,
    'max_connections=200',
    'timezone=UTC',
    'log_timezone=UTC',
    // In the data directory: /dev/shm is small in containers, and keeps what a killed server leaves.
    'dynamic_shared_memory_type=mmap',
    `fsync=${durable}`,
    `synchronous_commit=${durable}`,
    `full_page_writes=${durable}`,
  ];
  const log = openSync(join(home, 'postgres.log'), 'w', 0o600);
  const args = ['-D', join(home, 'data'), ...settings.flatMap((setting) => ['-c', setting])];
  // Detached: Ctrl-C in a terminal reaches the launcher only, which stops the apps first.
  const options = { ...getAccount(), cwd: home, env: programEnv(), detached: true } as const;
  const server = spawn(programPath('postgres'), args, { ...options, stdio: ['ignore', log, log] });
  closeSync(log);
  server.unref();
  return server;
}

/** Waits until the server is ready (null) or has failed (what it printed). */
async function untilReady(server: ChildProcess, home: string): Promise<string | null> {
  const problems: string[] = [];
  server.once('error', (error) => problems.push(error.message));
  server.once('exit', (code) => problems.push(`exit code ${code}`));
  for (let waited = 0; waited < READY_WITHIN_MS; waited += 20) {
    if (problems[0]) return `${problems[0]}\n${readOrEmpty(join(home, 'postgres.log'))}`;
    const postmaster = findPostmaster(home);
    if (postmaster?.ready && postmaster.pid === server.pid) return null;
    await sleep(20);
  }
  return `FATAL: not ready after ${READY_WITHIN_MS / 1000} s`;
}

function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
