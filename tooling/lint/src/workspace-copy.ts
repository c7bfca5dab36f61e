import { cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

const LEFT_OUT = new Set(['node_modules', '.next', '.reports', '.turbo', 'e2e']);

/**
 * A copy of the repository's sources to write into, in a folder of its own. Its workspaces import each other, and
 * the dependencies and the tooling of the repository.
 */
export function copyWorkspaces(repository: string): string {
  const copy = realpathSync(mkdtempSync(join(tmpdir(), 'workspaces-')));
  symlinkSync(join(repository, 'tooling'), join(copy, 'tooling'));
  symlinkSync(join(repository, 'packages/actions/node_modules'), join(copy, 'node_modules'));
  const names = readdirSync(join(repository, 'packages'));
  for (const workspace of ['apps/web', ...names.map((name) => `packages/${name}`)]) {
    const from = join(repository, workspace);
    const filter = (path: string) => !LEFT_OUT.has(basename(path));
    cpSync(from, join(copy, workspace), { recursive: true, filter });
    for (const dependency of dependenciesIn(from)) {
      const [scope, name = ''] = dependency.split('/');
      const own = scope === '@repo' && names.includes(name);
      const target = own ? join(copy, 'packages', name) : join(from, 'node_modules', dependency);
      const link = join(copy, workspace, 'node_modules', dependency);
      mkdirSync(dirname(link), { recursive: true });
      symlinkSync(target, link);
    }
  }
  return copy;
}

function dependenciesIn(workspace: string): string[] {
  const entries = readdirSync(join(workspace, 'node_modules'));
  return entries.flatMap((entry) => {
    if (entry.startsWith('.')) return [];
    if (!entry.startsWith('@')) return entry;
    return readdirSync(join(workspace, 'node_modules', entry)).map((name) => `${entry}/${name}`);
  });
}
