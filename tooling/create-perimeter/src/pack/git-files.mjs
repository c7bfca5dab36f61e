import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The tracked files of a repository as they are in its working tree.
 *
 * @param {string} root
 * @returns {{ path: string, executable: boolean }[]}
 * @throws Error for what is no plain file, as a template cannot hold it
 */
export function gitFiles(root) {
  const listed = execFileSync('git', ['ls-files', '--stage', '-z'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 32 * 1024 * 1024,
  });
  return listed
    .split('\0')
    .filter(Boolean)
    .map((entry) => {
      const [mode, path = ''] = [entry.slice(0, 6), entry.split('\t', 2)[1]];
      if (!mode.startsWith('100')) throw new Error(`${path} is no plain file (git mode ${mode}).`);
      return { path, executable: mode === '100755' };
    })
    .filter(({ path }) => existsSync(join(root, path)));
}
