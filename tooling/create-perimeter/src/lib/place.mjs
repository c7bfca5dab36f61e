import { randomBytes } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { mkdir, rename, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { UsageError } from './usage-error.mjs';

/**
 * Looks whether a product can be made here.
 *
 * @param {string} target absolute
 * @throws UsageError that says why not
 */
export function requireFreePlace(target) {
  const parent = dirname(target);
  if (!kindOf(parent)) throw new UsageError(`The folder ${parent} does not exist. Make it first.`);
  if (kindOf(parent) === 'file') throw new UsageError(`${parent} is a file, not a folder.`);
  const kind = kindOf(target);
  if (kind === 'file') throw new UsageError(`${target} is there already, and is a file.`);
  if (kind === 'folder' && readdirSync(target).length > 0)
    throw new UsageError(
      `The folder ${target} is not empty. Choose another name, or empty it first.`,
    );
}

/**
 * Makes a folder beside the target, lets `fill` write into it, and gives it the target's name at the end: until then
 * nothing is there under that name, and what goes wrong leaves nothing at all.
 *
 * @param {string} target absolute
 * @param {AbortSignal} signal
 * @param {(folder: string) => Promise<void>} fill
 */
export async function makeInPlace(target, signal, fill) {
  const parent = dirname(target);
  const folder = join(parent, `.${basename(target)}-${randomBytes(4).toString('hex')}`);
  try {
    await mkdir(folder);
  } catch (error) {
    throw unwritable(parent, error);
  }
  try {
    await fill(folder);
    signal.throwIfAborted();
    // Windows renames over no folder, not even an empty one. One that is filled meanwhile stays.
    if (kindOf(target)) await rmdir(target);
    await rename(folder, target);
  } catch (error) {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    signal.throwIfAborted();
    throw error instanceof UsageError ? error : unwritable(parent, error);
  }
}

/** @param {string} path */
function kindOf(path) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return null;
  return stats.isDirectory() ? 'folder' : 'file';
}

/**
 * @param {string} folder
 * @param {unknown} error
 */
function unwritable(folder, error) {
  const { code, message } = /** @type {NodeJS.ErrnoException} */ (error);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return new UsageError(`${folder} cannot be written to (${code}). Choose another place.`);
  if (code === 'ENOSPC')
    return new UsageError(`There is no space left on the disk of ${folder}. Nothing was made.`);
  return new UsageError(`Nothing was made: ${message}.`, { cause: error });
}
