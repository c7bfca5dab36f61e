import { type ChildProcess, type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Readable } from 'node:stream';
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

/** Waits until `isTrue`, for at most 30 seconds. */
export async function until(isTrue: () => boolean, what: string): Promise<void> {
  for (let waited = 0; !isTrue(); waited += 50) {
    if (waited > 30_000) throw new Error(`Not within 30 s: ${what}`);
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
export function hold(target: string): Promise<Held> {
  const script = fileURLToPath(new URL('./hold.ts', import.meta.url));
  return untilHeld(
    spawn(process.execPath, [script, target], { cwd: '/', stdio: ['ignore', 'pipe', 'inherit'] }),
  );
}

/** Waits until a process that runs `hold.ts` has its server. */
export async function untilHeld(
  launcher: ChildProcessByStdio<null, Readable, null>,
): Promise<Held> {
  const [line] = (await Promise.race([
    once(createInterface({ input: launcher.stdout }), 'line'),
    once(launcher, 'exit').then(() => Promise.reject(new Error('hold.ts ended'))),
  ])) as [string];
  const { url, dataDir: home } = JSON.parse(line) as { url: string; dataDir: string };
  const children = processesWith(home).filter((pid) => parentOf(pid) === launcher.pid);
  const find = (word: string) => children.find((pid) => commandLine(pid).includes(word)) ?? 0;
  return { url, home, launcher, watchdog: find('watchdog.ts'), server: find('postgres -D') };
}
