import { nextEnv } from '../../env.ts';
import { readActionManifest, type ActionManifest } from './action-manifest.ts';

/** Gives the id that an action has in this build; null when it is none of this build, under no key that is known. */
export type CurrentId = (id: string) => string | null;

/**
 * Maps ids of this build to themselves, and those of builds with other keys to this build's.
 * @param older what `olderIds` gives; null while the ids of no other build are known
 */
export function createCurrentId(
  { actions }: ActionManifest,
  older: ReadonlyMap<string, string> | null,
): CurrentId {
  return (id) => (actions.has(id) ? id : (older?.get(id.slice(2)) ?? null));
}

let running: Promise<CurrentId> | undefined;

/**
 * `createCurrentId` for the build that runs here, made once. When Next's list cannot be read, every id is taken for one
 * of this build, and Next decides.
 */
export function openCurrentId(): Promise<CurrentId> {
  running ??= openHere();
  return running;
}

async function openHere(): Promise<CurrentId> {
  try {
    const manifest = readActionManifest(process.cwd());
    const { SERVER_ACTIONS_PREVIOUS_ENCRYPTION_KEYS: keys } = nextEnv();
    if (!keys) return createCurrentId(manifest, null);
    const { olderIds } = await import('./older-ids.ts');
    return createCurrentId(manifest, olderIds(manifest, keys));
  } catch (error) {
    // oxlint-disable-next-line eslint/no-console -- the proxy is a bundle of its own; in production this goes to the log
    console.error('Pages of older builds cannot be answered', error);
    return (id) => id;
  }
}
