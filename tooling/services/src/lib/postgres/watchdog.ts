// Standard input closes when the launcher has ended. If it could not stop its server any more
// (it was killed), this does, and removes the directory of an ephemeral one (`--remove`).
import { once } from 'node:events';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { takeExclusive } from '../exclusive.ts';
import { shutDown } from './postmaster.ts';

const [home = '', remove] = process.argv.slice(2);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});

process.stdin.resume();
await once(process.stdin, 'close');

for (let attempt = 0; attempt < 20 && existsSync(home); attempt += 1) {
  // Whoever holds the lock is in charge: the launcher on its way out, or the next one.
  const lock = takeExclusive(join(home, 'lock'));
  if (lock) {
    await shutDown(home);
    lock.release();
    if (remove === '--remove') rmSync(home, { recursive: true, force: true });
    break;
  }
  await sleep(100);
}
