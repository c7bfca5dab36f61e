import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { commandLine } from '../command-line.ts';
import { parentOf } from '../parent-of.ts';

/** A new directory that every user can pass through. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'services-test-'));
  chmodSync(folder, 0o755);
  return folder;
}

/** Runs one statement on a connection of its own. */
export async function query(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return [...(await sql.unsafe(statement))];
  } finally {
    await sql.end();
  }
}

/** Process ids whose command line has all of the words. */
export function processesWith(...words: string[]): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && pid !== process.pid)
    .filter((pid) => words.every((word) => commandLine(pid).includes(word)));
}

/** Waits until `isTrue`, for at most 15 seconds. */
export async function until(isTrue: () => boolean, what: string): Promise<void> {
  for (let waited = 0; !isTrue(); waited += 50) {
    if (waited > 15_000) throw new Error(`Not within 15 s: ${what}`);
    await sleep(50);
  }
}

/** A launcher in a process of its own. */
export interface Held {
  url: string;
  home: string;
  launcher: ChildProcess;
  watchdog: number;
  server: number;
}

/** Starts Postgres in another process; `target` as for `hold.ts`. */
export async function hold(
  target: string,
  identity: { uid?: number; gid?: number } = {},
): Promise<Held> {
  const script = fileURLToPath(new URL('./hold.ts', import.meta.url));
  const launcher = spawn(process.execPath, [script, target], {
    ...identity,
    cwd: '/',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await Promise.race([
    once(createInterface({ input: launcher.stdout }), 'line'),
    once(launcher, 'exit').then(() => Promise.reject(new Error('hold.ts ended'))),
  ])) as [string];
  const { url, dataDir: home } = JSON.parse(line) as { url: string; dataDir: string };
  const children = processesWith(home).filter((pid) => parentOf(pid) === launcher.pid);
  const find = (word: string) => children.find((pid) => commandLine(pid).includes(word)) ?? 0;
  return { url, home, launcher, watchdog: find('watchdog.ts'), server: find('postgres -D') };
}
