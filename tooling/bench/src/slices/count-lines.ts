import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Lines of each file of a folder that are neither blank nor a comment. All are laid out by one formatter. */
export function countLines(folder: string): Record<string, number> {
  const counts = readdirSync(folder).map((file) => {
    const text = readFileSync(join(folder, file), 'utf8').replaceAll(/^\s*\/\*.*?\*\/$/gms, '');
    return [file, text.split('\n').filter((line) => /^\s*(?!\/\/)\S/.test(line)).length] as const;
  });
  return Object.fromEntries(counts);
}
