import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Path of a script for a process of its own, named without its ending: it is that of the module that asks, `.ts` in
 * this repository and `.js` in the package that others install.
 */
export function scriptBeside(module: string, path: string): string {
  return fileURLToPath(new URL(path + extname(module), module));
}
