import { nextEnv } from '../../env.ts';
import { readActionManifest, type ActionManifest } from './action-manifest.ts';
import { olderIds } from './older-ids.ts';

/** Gives the id that an action has in this build; null when it is none of this build, under no key that is known. */
export type CurrentId = (id: string) => string | null;

/**
 * Maps ids of this build to themselves, and those of builds with other keys to this build's. The key of this build is
 * among the keys: an id that differs in its first byte only is from before an action took another number of arguments.
 * @param previous keys of other builds; without any, only this build's own ids are known
 */
export function createCurrentId(manifest: ActionManifest, previous: readonly string[]): CurrentId {
  const { actions, key } = manifest;
  const older = previous.length > 0 ? olderIds(manifest, [...previous, key]) : null;
  return (id) => (actions.has(id) ? id : (older?.get(id.slice(2)) ?? null));
}

let running: CurrentId | undefined;

/**
 * `createCurrentId` for the build that runs here, read once. When Next's list cannot be read, every id is taken for one
 * of this build, and Next decides.
 */
export function currentId(id: string): string | null {
  running ??= openHere();
  return running(id);
}

function openHere(): CurrentId {
  try {
    const { SERVER_ACTIONS_PREVIOUS_ENCRYPTION_KEYS: previous = [] } = nextEnv();
    return createCurrentId(readActionManifest(process.cwd()), previous);
  } catch (error) {
    // oxlint-disable-next-line eslint/no-console -- the proxy is a bundle of its own; in production this goes to the log
    console.error('Pages of older builds cannot be answered', error);
    return (id) => id;
  }
}
