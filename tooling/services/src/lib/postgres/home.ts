import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { takeExclusive } from '../exclusive.ts';
import { projectRoot } from '../project.ts';
import { getAccount } from './account.ts';
import { shutDown } from './postmaster.ts';

/** Where everything of root lives: a directory that the unprivileged account can reach. */
export const rootHome = '/var/lib/perimeter';

const EPHEMERAL = 'perimeter-postgres-';
const ABANDONED_AFTER_MS = 60_000;

/** The directory of the persistent database of this checkout. */
export function persistentHome(): string {
  if (!getAccount()) return join(projectRoot, '.data', 'postgres');
  const hash = createHash('sha256').update(projectRoot).digest('hex').slice(0, 8);
  return join(rootHome, `${basename(projectRoot)}-${hash}`);
}

/** Makes a new directory for a database that lives as long as its process. */
export function makeEphemeralHome(): string {
  const parent = getAccount() ? rootHome : tmpdir();
  mkdirSync(parent, { recursive: true });
  const home = mkdtempSync(join(parent, EPHEMERAL));
  chmodSync(home, 0o755);
  return home;
}

/** Removes what ephemeral databases left whose process and watchdog were both killed. */
export async function sweepEphemeralHomes(): Promise<void> {
  const parent = getAccount() ? rootHome : tmpdir();
  for (const name of readdirSync(parent)) {
    if (!name.startsWith(EPHEMERAL)) continue;
    const home = join(parent, name);
    try {
      if (Date.now() - statSync(home).mtimeMs < ABANDONED_AFTER_MS) continue;
      const lock = takeExclusive(join(home, 'lock'));
      if (!lock) continue;
      await shutDown(home);
      lock.release();
      rmSync(home, { recursive: true, force: true });
    } catch {
      // Somebody else's directory, or gone meanwhile.
    }
  }
}
