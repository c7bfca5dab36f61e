import { pruneLockfile } from './lockfile.mjs';

/** @import { TemplateFile } from './template.mjs' */

const MANIFEST = /^(?:(?<folder>(?:apps|packages|tooling)\/[^/]+)\/)?package\.json$/;

/**
 * Takes out of the catalog and the lock file what the workspaces that are left do not use.
 *
 * @param {TemplateFile[]} files
 * @returns {TemplateFile[]}
 */
export function pruneDependencies(files) {
  /** @type {Set<string>} */
  const catalog = new Set();
  /** @type {Set<string>} */
  const workspaces = new Set();
  for (const { path, text = '' } of files) {
    const manifest = MANIFEST.exec(path);
    if (!manifest) continue;
    workspaces.add(manifest.groups?.folder ?? '.');
    for (const [, name = ''] of text.matchAll(/"([^"]+)": "catalog:"/g)) catalog.add(name);
  }
  return files.map((file) => {
    const { path, text = '' } = file;
    if (path === 'pnpm-lock.yaml')
      return { ...file, text: pruneLockfile(text, { workspaces, catalog }) };
    return path === 'pnpm-workspace.yaml' ? { ...file, text: pruneCatalog(text, catalog) } : file;
  });
}

/**
 * @param {string} workspace text of `pnpm-workspace.yaml`
 * @param {ReadonlySet<string>} used
 */
function pruneCatalog(workspace, used) {
  return workspace.replace(/(?<=^catalog:\n)(?: {2}.+\n)+/m, (entries) =>
    entries.replaceAll(/^ {2}"?([^":]+)"?:.*\n/gm, (line, name) => (used.has(name) ? line : '')),
  );
}
