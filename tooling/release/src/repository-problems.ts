import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

interface Manifest {
  private?: boolean;
  repository?: { url?: string };
}

/**
 * Why npm would refuse what `root` publishes with its provenance: it compares `repository` of a package with the one
 * that publishes it. One sentence for each public package that names another, or none; an empty list is good.
 *
 * @param address - of the repository that publishes, such as `https://github.com/acme/shop`
 */
export function repositoryProblems(root: string, address: string): string[] {
  return globSync('*/*/package.json', { cwd: root, exclude: ['node_modules/**'] })
    .toSorted()
    .flatMap((path) => {
      const manifest = JSON.parse(readFileSync(join(root, path), 'utf8')) as Manifest;
      if (manifest.private) return [];
      const url = manifest.repository?.url ?? '';
      if (url.replace(/^git\+/, '').replace(/\.git$/, '') === address) return [];
      const wanted = { type: 'git', url: `git+${address}.git`, directory: dirname(path) };
      return `${path} has ${url || 'no repository'}: npm refuses that with provenance. Write "repository": ${JSON.stringify(wanted)}`;
    });
}
