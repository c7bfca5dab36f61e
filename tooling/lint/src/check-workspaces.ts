import { glob, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { missingIn, type Workspace } from './missing-in.ts';

interface RootTurbo {
  boundaries?: { tags?: Record<string, unknown> };
}

/**
 * Looks for what pnpm and turbo pass over in silence: a workspace without a script, a tag, a licence,
 * a shared tsconfig, a README or a test. Returns one sentence per problem; an empty list is good.
 *
 * @param root - folder of the repository, with `pnpm-workspace.yaml`, `package.json`, `turbo.json`
 */
export async function checkWorkspaces(root: string): Promise<string[]> {
  const turbo = (await json<RootTurbo>(join(root, 'turbo.json'))) ?? {};
  const license = (await json<{ license?: string }>(join(root, 'package.json')))?.license;
  const tags = Object.keys(turbo.boundaries?.tags ?? {});
  const folders = await workspaceFolders(root);
  if (folders.length === 0) return ['pnpm-workspace.yaml: no workspace found'];
  const found = await Promise.all(folders.map((folder) => read(root, folder)));
  return found.flatMap((workspace) =>
    missingIn(workspace, { tags, license }).map((text) => `${workspace.folder}: ${text}`),
  );
}

async function workspaceFolders(root: string): Promise<string[]> {
  const yaml = await readFile(join(root, 'pnpm-workspace.yaml'), 'utf8');
  const items = /^packages:\n(?<items>(?:[ ]+- .*\n)+)/m.exec(yaml)?.groups?.items ?? '';
  const patterns = items.matchAll(/- ["']?(?<pattern>[^"'\n]+)/g);
  const manifests = [...patterns].map((it) => `${it.groups?.pattern}/package.json`);
  return (await list(glob(manifests, { cwd: root }))).map(dirname).toSorted();
}

async function read(root: string, folder: string): Promise<Workspace> {
  const at = join(root, folder);
  const files = glob('**/{README.md,*.test.{ts,tsx}}', { cwd: at, exclude: isGenerated });
  return {
    folder: folder.replaceAll('\\', '/'),
    files: (await list(files)).map((file) => file.replaceAll('\\', '/')),
    manifest: (await json(join(at, 'package.json'))) ?? {},
    turbo: await json(join(at, 'turbo.json')),
    tsconfig: await json(join(at, 'tsconfig.json')),
  };
}

const isGenerated = (path: string) => /(?:^|[\\/])(?:node_modules|\.next|\.reports)$/.test(path);

async function json<T>(path: string): Promise<T | null> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as T;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new Error(`${path} is not plain JSON (no comments, no trailing commas)`, {
      cause: error,
    });
  }
}

async function list(paths: AsyncIterable<string>): Promise<string[]> {
  const found: string[] = [];
  for await (const path of paths) found.push(path);
  return found;
}
