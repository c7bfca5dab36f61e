import { buildNextApp } from '@repo/services/next-app';
import {
  copyFileSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../../../..', import.meta.url)).replace(/\/$/, '');
const LEFT_OUT = new Set(['.git', '.next', '.data', '.turbo', '.reports', 'test-results', 'docs']);

/** A change of the code: in `file`, `from` becomes `to`. */
export interface Change {
  file: string;
  from: string;
  to: string;
}

/**
 * Builds the apps of a copy of this repository, as the next deploy would.
 * @param env of the build: its key above all
 * @returns the folder of the copy
 */
export async function buildCopy(env: Record<string, string>, changes: Change[]): Promise<string> {
  const copy = realpathSync(mkdtempSync(join(tmpdir(), 'second-build-')));
  copyFolder(repository, copy, false);
  for (const { file, from, to } of changes) {
    const path = join(copy, file);
    const text = readFileSync(path, 'utf8');
    if (!text.includes(from)) throw new Error(`${file} does not say: ${from}`);
    writeFileSync(
      path,
      text.replace(from, () => to),
    );
  }
  for (const app of ['web', 'admin']) await buildNextApp(join(copy, 'apps', app), env);
  return copy;
}

/** Sources are copied; dependencies are linked, and links stay relative, so that workspaces are those of the copy. */
function copyFolder(from: string, to: string, dependencies: boolean): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else if (entry.isDirectory()) {
      if (dependencies || !LEFT_OUT.has(entry.name))
        copyFolder(source, target, dependencies || entry.name === 'node_modules');
    } else if (entry.isFile()) (dependencies ? linkOrCopy : copyFileSync)(source, target);
  }
}

function linkOrCopy(source: string, target: string): void {
  try {
    linkSync(source, target);
  } catch {
    copyFileSync(source, target);
  }
}
