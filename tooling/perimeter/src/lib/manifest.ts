import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** A function that Next exposes, as its build says. */
export interface ExposedFunction {
  /** Relative to the root of the workspace. */
  file: string;
  export: string;
  /** Pages and routes that carry it: `/o/[org]/posts`. */
  pages: string[];
}

interface Manifest {
  node?: Record<string, Entry>;
  edge?: Record<string, Entry>;
  encryptionKey?: string;
}
interface Entry {
  filename?: string;
  exportedName?: string;
  workers?: Record<string, unknown>;
}

/**
 * What a production build exposes, and the key that it was made with; null without a build. The manifest is Next's
 * own: `tooling/perimeter/src/fixture.soak.ts` notices when it changes.
 */
export function readManifest(
  root: string,
  folder: string,
): { functions: ExposedFunction[]; key: string } | null {
  const path = join(root, folder, '.next/server/server-reference-manifest.json');
  if (!existsSync(path) || !existsSync(join(root, folder, '.next/BUILD_ID'))) return null;
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
  const functions = new Map<string, ExposedFunction>();
  for (const [id, entry] of Object.entries({ ...manifest.edge, ...manifest.node })) {
    const { filename, exportedName, workers = {} } = entry;
    if (!filename || !exportedName)
      throw new Error(
        `${path} does not name the file of ${id.slice(0, 2)}…: Next has changed its format.`,
      );
    const file = sourceOf(root, folder, filename);
    const pages = Object.keys(workers).map(pageOf);
    functions.set(`${file} ${exportedName}`, { file, export: exportedName, pages });
  }
  const sorted = [...functions].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
  return { functions: sorted, key: manifest.encryptionKey ?? '' };
}

/** Files are named from the bundler's root: that of the workspace, the app's, or a folder above. */
function sourceOf(root: string, folder: string, filename: string): string {
  const above = ancestors(root);
  const base = [root, join(root, folder), ...above].find((base) =>
    existsSync(join(base, filename)),
  );
  return relative(root, join(base ?? root, filename)).replaceAll('\\', '/');
}

function ancestors(folder: string): string[] {
  const parent = dirname(folder);
  return parent === folder ? [] : [parent, ...ancestors(parent)];
}

/** `app/(office)/posts/page` in `/posts`. */
function pageOf(worker: string): string {
  const path = worker.replace(/^(?:app|pages)(?=\/)/, '').replace(/\/(?:page|route)$/, '');
  return path.replaceAll(/\/\([^/]+\)/g, '') || '/';
}
