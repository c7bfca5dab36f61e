import { glob } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** Folder of the repository. */
export const repository = fileURLToPath(new URL('../../..', import.meta.url));

const GENERATED = /^(?:node_modules|\.next|\.turbo|\.data|\.reports|\.git|test-results|coverage)$/;

/** Paths of the repository's own files that match, relative to it, with `/`. */
export async function repositoryFiles(pattern: string): Promise<string[]> {
  const found: string[] = [];
  const exclude = (path: string) => GENERATED.test(path.split(/[\\/]/).at(-1) ?? '');
  for await (const path of glob(pattern, { cwd: repository, exclude })) {
    found.push(path.replaceAll('\\', '/'));
  }
  return found.toSorted();
}
