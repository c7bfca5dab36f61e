import { createHash } from 'node:crypto';
import type { ActionManifest } from './action-manifest.ts';

/** Where an action stands: its file, from the root of the repository, and its name there. */
interface Place {
  filename: string;
  exportedName: string;
}

/**
 * The part of a wire id behind its first byte, which tells the arity. Next makes it from these three things, and from
 * nothing else: docs/decisions/0020-rotation-window.md.
 * @param key base64 text, as it stands in the environment
 */
export function idSuffix(key: string, { filename, exportedName }: Place): string {
  return createHash('sha1').update(`${key}${filename}:${exportedName}`).digest('hex');
}

/**
 * For each action of this build and each key: the suffix that its id had with that key, and its id now. The key of this
 * build is among the keys: an id that differs in its first byte only is from before an action took another number of
 * arguments.
 * @param keys of other builds
 */
export function olderIds(
  { actions, key: own }: ActionManifest,
  keys: readonly string[],
): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const key of [...keys, own])
    for (const [id, place] of actions) ids.set(idSuffix(key, place), id);
  return ids;
}
