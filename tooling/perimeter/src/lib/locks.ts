import { execFileSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parseLock, printLock, type Lock } from './lock.ts';

/** Where the locks are: one folder, so that one team can own it. Relative to the root. */
const FOLDER = 'packages/actions/locks';

/** The path of an app's lock, relative to the root. */
export function lockPath(app: string): string {
  return `${FOLDER}/${app}.json`;
}

/**
 * The lock of an app; null when it has none.
 * @param revision read it as of this commit; null: as it stands in the folder
 * @throws when the file holds no lock
 */
export function readLock(root: string, app: string, revision: string | null): Lock | null {
  const text = revision === null ? readText(join(root, lockPath(app))) : show(root, revision, app);
  return text === null ? null : parseLock(text);
}

export function writeLock(root: string, lock: Lock): void {
  const path = join(root, lockPath(lock.app));
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, printLock(lock));
}

/** The apps that have a lock. */
export function lockedApps(root: string): string[] {
  return globSync(`${FOLDER}/*.json`, { cwd: root }).map((path) => basename(path, '.json'));
}

function readText(path: string): string | null {
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}

function show(root: string, revision: string, app: string): string | null {
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  try {
    git('rev-parse', '--verify', '--quiet', `${revision}^{commit}`);
  } catch (error) {
    throw new Error(`There is no commit ${revision} in this clone.`, { cause: error });
  }
  try {
    return git('show', `${revision}:./${lockPath(app)}`);
  } catch {
    return null;
  }
}
