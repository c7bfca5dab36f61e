export { readActionManifest, type ActionManifest } from './lib/rotation/action-manifest.ts';
export { idSuffix, olderIds } from './lib/rotation/older-ids.ts';
