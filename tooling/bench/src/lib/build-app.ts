import { fileURLToPath } from 'node:url';
import { buildNextApp } from '@repo/services/next-app';

/** The small app that parts of the bench serve. */
export const appFolder = fileURLToPath(new URL('../../app', import.meta.url));

let built: Promise<void> | undefined;

/** Makes its production build, once in a run. */
export function buildApp(): Promise<void> {
  return (built ??= buildNextApp(appFolder, {}));
}
