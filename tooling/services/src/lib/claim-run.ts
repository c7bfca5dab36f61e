import { setTimeout as sleep } from 'node:timers/promises';
import { join } from 'node:path';
import { type Exclusive, takeExclusive } from './exclusive.ts';
import { endOrphans } from './orphans.ts';
import { type AppName } from './apps.ts';
import { projectRoot } from './project.ts';

const PATIENCE_MS = 8_000;

/** The mark of one app in one kind of run, for the environment of its processes. */
export function runMark(kind: string, app: AppName): string {
  return `${kind}:${app}:${projectRoot}`;
}

/** Claims the apps for this process and clears what a killed run has left of them. */
export async function claimRun(kind: string, apps: AppName[]): Promise<Exclusive> {
  const locks: Exclusive[] = [];
  const release = () => {
    for (const lock of locks) lock.release();
  };
  for (const app of apps) {
    const lock = await takeSoon(join(projectRoot, '.data', `${kind}-${app}.lock`));
    if (!lock) {
      release();
      throw new Error(
        `\`${kind}\` of ${app} already runs in this directory. Stop it with Ctrl-C in its terminal first.`,
      );
    }
    locks.push(lock);
    await endOrphans(runMark(kind, app));
  }
  return { release };
}

/** An earlier run may be on its way out. */
async function takeSoon(file: string): Promise<Exclusive | null> {
  for (let waited = 0; waited < PATIENCE_MS; waited += 100) {
    const lock = takeExclusive(file);
    if (lock) return lock;
    if (waited === 0) console.log('  Waiting for an earlier run to end ...');
    await sleep(100);
  }
  return null;
}
