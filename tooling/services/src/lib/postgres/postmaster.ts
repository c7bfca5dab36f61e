import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { commandLine } from '../command-line.ts';

/** The running server of one data directory. */
export interface Postmaster {
  pid: number;
  port: number;
  ready: boolean;
}

// Fast shutdown, then immediate, then by force: Postgres recovers from its log after any of them.
const STEPS: [NodeJS.Signals, number][] = [
  ['SIGINT', 10_000],
  ['SIGQUIT', 5_000],
  ['SIGKILL', 5_000],
];

/** Gives the server that runs on `home`, or null. A pid that is not our Postgres is never reported. */
export function findPostmaster(home: string): Postmaster | null {
  const data = join(home, 'data');
  let lines: string[];
  try {
    lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return null;
  }
  const pid = Number(lines[0]);
  if (!pid || !isServerOf(pid, data)) return null;
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

/** Stops whatever server runs on `home`, and clears its stale pid file. Safe to call at any time. */
export async function shutDown(home: string): Promise<void> {
  const server = findPostmaster(home);
  if (server) await stopProcess(server.pid, join(home, 'data'));
  rmSync(join(home, 'data', 'postmaster.pid'), { force: true });
}

async function stopProcess(pid: number, data: string): Promise<void> {
  for (const [signal, patience] of STEPS) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    for (let waited = 0; waited < patience; waited += 20) {
      if (!isServerOf(pid, data)) return;
      await sleep(20);
    }
  }
  throw new Error(`Postgres (process ${pid}) does not stop. End it yourself: kill -9 ${pid}`);
}

function isServerOf(pid: number, data: string): boolean {
  const command = commandLine(pid);
  return command.includes('postgres') && command.includes(data);
}
