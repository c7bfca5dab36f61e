import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './project.ts';

/** Folders, relative to the root, of the workspaces that have the script. */
export function workspacesWith(script: string, root = projectRoot): string[] {
  return ['apps', 'packages', 'tooling']
    .filter((group) => existsSync(join(root, group)))
    .flatMap((group) => readdirSync(join(root, group)).map((name) => `${group}/${name}`))
    .filter((folder) => script in scriptsOf(join(root, folder, 'package.json')));
}

function scriptsOf(manifest: string): Record<string, string> {
  if (!existsSync(manifest)) return {};
  const { scripts } = JSON.parse(readFileSync(manifest, 'utf8')) as {
    scripts?: Record<string, string>;
  };
  return scripts ?? {};
}
