import { fileURLToPath } from 'node:url';

/** Absolute path of the monorepo's root. */
export const projectRoot = fileURLToPath(new URL('../../../../', import.meta.url)).replace(
  /[/\\]$/,
  '',
);
