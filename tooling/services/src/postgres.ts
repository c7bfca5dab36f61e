import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Exclusive, takeExclusive } from './lib/exclusive.ts';
import { makeEphemeralHome, persistentHome, sweepEphemeralHomes } from './lib/postgres/home.ts';
import { initialise, NAME, readPassword } from './lib/postgres/init.ts';
import { explain } from './lib/postgres/explain.ts';
import { launch } from './lib/postgres/launch.ts';
import { findPostmaster, shutDown } from './lib/postgres/postmaster.ts';
import { scriptBeside } from './lib/script-beside.ts';

/** How `startPostgres` is to run. */
export interface PostgresOptions {
  /** Directory of everything the database keeps. Default: `.data/postgres` of the project; as root, one in `/var/lib/perimeter`. */
  dataDir?: string;
  /** A throw-away database: not synced to disk, removed on stop. */
  ephemeral?: boolean;
  /** Called with a short text at each step that takes time. */
  onProgress?: (text: string) => void;
}

/** A running Postgres. */
export interface Postgres {
  /** Superuser URL of the database `perimeter`, password included. */
  url: string;
  /** The directory of everything the database keeps. */
  dataDir: string;
  /** Settles when the server has ended, for whatever reason. Never, when the server is another process's. */
  ended: Promise<void>;
  /** Stops the server and starts it again, at the same address. Does nothing when it is another process's. */
  restart: () => Promise<void>;
  /** Stops the server (and removes an ephemeral one). Does nothing when it is another process's. */
  stop: () => Promise<void>;
}

const PATIENCE_MS = 60_000;

/**
 * Starts Postgres 18 on 127.0.0.1, or reuses the one that another process runs on the same directory.
 * It stops with the process that started it, however that ends.
 * Throws an Error whose message is one sentence with the remedy.
 */
export async function startPostgres(options: PostgresOptions = {}): Promise<Postgres> {
  const ephemeral = options.ephemeral ?? false;
  if (ephemeral) await sweepEphemeralHomes();
  const home = options.dataDir ?? (ephemeral ? makeEphemeralHome() : persistentHome());
  const progress = options.onProgress ?? (() => {});
  try {
    mkdirSync(home, { recursive: true, mode: 0o755 });
    for (let waited = 0; waited < PATIENCE_MS; waited += 100) {
      const lock = takeExclusive(join(home, 'lock'));
      if (lock) return await startOwn(home, ephemeral, lock, progress);
      const running = findPostmaster(home);
      // Seen twice: a watchdog may hold the lock just to stop what a killed process left.
      if (running?.ready && waited > 0) {
        progress('another process already runs the database: using that one');
        return {
          url: urlOf(home, running.port),
          dataDir: home,
          ended: new Promise(() => {}),
          restart: async () => {},
          stop: async () => {},
        };
      }
      await sleep(100);
    }
  } catch (error) {
    if (ephemeral) rmSync(home, { recursive: true, force: true });
    if ((error as NodeJS.ErrnoException).code)
      throw new Error(explain(String(error), home), { cause: error });
    throw error;
  }
  throw new Error(
    `Another process has been starting the database in ${home} for a minute. Stop it and try again.`,
  );
}

async function startOwn(
  home: string,
  ephemeral: boolean,
  lock: Exclusive,
  progress: (text: string) => void,
): Promise<Postgres> {
  try {
    await shutDown(home);
    progress('preparing the database');
    initialise(home, ephemeral);
    const watchdog = startWatchdog(home, ephemeral);
    progress('starting the database');
    const ended = Promise.withResolvers<void>();
    let isRestarting = false;
    const start = async () => {
      const { server, port } = await launch(home, ephemeral);
      server.once('exit', () => isRestarting || ended.resolve());
      return port;
    };
    const port = await start().catch(async (error) => {
      await dismiss(watchdog);
      throw error;
    });
    const restart = async () => {
      isRestarting = true;
      await shutDown(home);
      await start();
      isRestarting = false;
    };
    const stop = async () => {
      await shutDown(home);
      if (ephemeral) rmSync(home, { recursive: true, force: true });
      lock.release();
      await dismiss(watchdog);
    };
    return { url: urlOf(home, port), dataDir: home, ended: ended.promise, restart, stop };
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function dismiss(watchdog: ChildProcess): Promise<void> {
  if (watchdog.exitCode !== null || watchdog.signalCode !== null) return;
  watchdog.ref();
  watchdog.stdin?.end();
  await once(watchdog, 'exit');
}

function startWatchdog(home: string, ephemeral: boolean): ChildProcess {
  const script = scriptBeside(import.meta.url, './lib/postgres/watchdog');
  const watchdog = spawn(process.execPath, [script, home, ...(ephemeral ? ['--remove'] : [])], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  watchdog.unref();
  (watchdog.stdin as unknown as { unref(): void }).unref();
  return watchdog;
}

function urlOf(home: string, port: number): string {
  return `postgresql://${NAME}:${readPassword(home)}@127.0.0.1:${port}/${NAME}`;
}
