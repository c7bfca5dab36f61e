import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';

const CONFIG = 'next.config.{ts,mts,mjs,js}';
const PAGES = '{app,pages,src/app,src/pages}/';

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

/** The workspaces that are Next apps: they have a configuration of Next, or depend on it and have pages. */
export function findApps(root: string): App[] {
  const yaml = readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8');
  const { packages = [] } = (parse(yaml) ?? {}) as { packages?: string[] };
  const included = packages.filter((pattern) => !pattern.startsWith('!'));
  const folders = globSync(
    included.map((pattern) => `${pattern}/package.json`),
    { cwd: root, exclude: ['**/node_modules/**'] },
  )
    .map((path) => path.replaceAll('\\', '/').replace(/\/?package\.json$/, ''))
    .filter((folder) => isApp(join(root, folder)));
  return [...new Set(folders)]
    .map((folder) => ({ name: folder.split('/').at(-1) ?? folder, folder }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function isApp(folder: string): boolean {
  const has = (pattern: string) => globSync(pattern, { cwd: folder }).length > 0;
  if (has(CONFIG)) return true;
  const manifest = readFileSync(join(folder, 'package.json'), 'utf8');
  const { dependencies = {} } = JSON.parse(manifest) as { dependencies?: object };
  return 'next' in dependencies && has(PAGES);
}
