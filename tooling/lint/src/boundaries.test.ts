import { execFile } from 'node:child_process';
import { cp, glob, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';

const repository = fileURLToPath(new URL('../../..', import.meta.url));
const frame = [
  '{package,turbo}.json',
  'pnpm-{workspace,lock}.yaml',
  '{apps,packages,tooling}/*/{package,turbo}.json',
];
let root = '';

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'boundaries-'));
  for await (const path of glob(frame, { cwd: repository }))
    await cp(join(repository, path), join(root, path));
});

afterEach(() => rm(root, { recursive: true }));

function boundaries(): Promise<string> {
  const manifest = createRequire(join(repository, 'package.json')).resolve('turbo/package.json');
  const args = [join(dirname(manifest), 'bin/turbo'), 'boundaries', '--no-color'];
  const env = { ...process.env, TURBO_TELEMETRY_DISABLED: '1' };
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: root, env }, (_error, stdout, stderr) =>
      resolve(`${stdout}${stderr}`.replaceAll(/\s+/g, ' ')),
    );
  });
}

async function depend(folder: string, on: string): Promise<void> {
  const path = join(root, folder, 'package.json');
  const manifest = JSON.parse(await readFile(path, 'utf8')) as { dependencies?: object };
  manifest.dependencies = { ...manifest.dependencies, [on]: 'workspace:*' };
  await writeFile(path, JSON.stringify(manifest));
}

test('the repository as it is passes', async () => {
  expect(await boundaries()).toContain('no issues found');
});

test.each([
  ['packages/ui', '@repo/db'],
  ['packages/db', '@repo/auth'],
  ['packages/auth', '@repo/actions'],
  ['apps/web', 'admin'],
  ['tooling/lint', '@repo/db'],
])('%s may not depend on %s', async (folder, on) => {
  await depend(folder, on);
  const said = await boundaries();
  expect(said).not.toContain('no issues found');
  expect(said).toMatch(/without any tag listed in allowlist|with tag listed in denylist/);
});

test('a file of another workspace is not imported by its path', async () => {
  await mkdir(join(root, 'apps/web/src'));
  await writeFile(join(root, 'apps/web/src/a.ts'), `import '../../admin/src/b.ts';\n`);
  expect(await boundaries()).toContain('leaves the package');
});
