import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { libraries, type Library } from './features.ts';

const modules = fileURLToPath(new URL('../../node_modules', import.meta.url));

/** All type declarations that a library ships. */
export function declarationsOf(library: Library): string {
  const files = libraries[library].flatMap((name) =>
    globSync(`${modules}/${name}/dist/**/*.d.{ts,mts,cts}`),
  );
  if (files.length === 0) throw new Error(`${library} ships no declarations that we can find`);
  return files.map((file) => readFileSync(file, 'utf8')).join('\n');
}
