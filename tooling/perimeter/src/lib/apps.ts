import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const CONFIG = 'next.config.{ts,mts,mjs,js}';

/** An app of the workspace: its name is that of its folder. */
export interface App {
  name: string;
  /** Relative to the root, with `/`. */
  folder: string;
}

/** The folder with `pnpm-workspace.yaml`, from here upwards. */
export function findRoot(folder: string): string {
  if (existsSync(join(folder, 'pnpm-workspace.yaml'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('There is no pnpm-workspace.yaml here or above.');
  return findRoot(parent);
}

/** The workspaces that are Next apps: they have a configuration of Next. */
export function findApps(root: string): App[] {
  const yaml = readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8');
  const items = /^packages:\n(?<items>(?:[ ]+- .*\n)+)/m.exec(yaml)?.groups?.items ?? '';
  const patterns = [...items.matchAll(/- ["']?(?<pattern>[^"'\n]+)/g)];
  return patterns
    .flatMap((match) => globSync(`${match.groups?.pattern}/${CONFIG}`, { cwd: root }))
    .map((path) => dirname(path).replaceAll('\\', '/'))
    .filter((folder) => existsSync(join(root, folder, 'package.json')))
    .map((folder) => ({ name: folder.split('/').at(-1) ?? folder, folder }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
