import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { checkWorkspaces } from './check-workspaces.ts';

let root: string | undefined;

afterEach(async () => {
  if (root) await rm(root, { recursive: true });
});

const manifest = {
  name: '@repo/db',
  version: '0.0.0',
  private: true,
  license: 'MIT',
  type: 'module',
  scripts: { types: 'tsc', test: 'vitest run' },
};
const app = {
  ...manifest,
  name: 'web',
  scripts: { ...manifest.scripts, build: 'next build', e2e: 'playwright test' },
};
const good = {
  'pnpm-workspace.yaml': 'packages:\n  - apps/*\n  - packages/*\n\ncatalog:\n  zod: 4\n',
  'package.json': { license: 'MIT' },
  'turbo.json': { boundaries: { tags: { app: {}, db: {} } } },
  'packages/db/package.json': manifest,
  'packages/db/turbo.json': { extends: ['//'], tags: ['db'] },
  'packages/db/tsconfig.json': { extends: '@repo/typescript/base.json' },
  'packages/db/src/client.test.ts': '',
  'packages/db/README.md': '',
  'apps/web/package.json': app,
  'apps/web/turbo.json': { extends: ['//'], tags: ['app'] },
  'apps/web/tsconfig.json': { extends: '@repo/typescript/next.json' },
  'apps/web/src/a.test.tsx': '',
  'apps/web/README.md': '',
};

async function check(changes: Record<string, unknown>): Promise<string[]> {
  root = await mkdtemp(join(tmpdir(), 'workspaces-'));
  for (const [path, content] of Object.entries({ ...good, ...changes })) {
    if (content === undefined) continue;
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(
      join(root, path),
      typeof content === 'string' ? content : JSON.stringify(content),
    );
  }
  return checkWorkspaces(root);
}

test('a complete repository has no problem', async () => {
  expect(await check({})).toEqual([]);
});

test.each<[string, Record<string, unknown>, RegExp]>([
  [
    'a package without types',
    { 'packages/db/package.json': { ...manifest, scripts: { test: 'x' } } },
    /^packages\/db: no script "types"/,
  ],
  [
    'a package without tests to run',
    { 'packages/db/src/client.test.ts': undefined },
    /no test to run/,
  ],
  [
    'an app without browser tests',
    { 'apps/web/package.json': { ...app, scripts: { ...app.scripts, e2e: undefined } } },
    /^apps\/web: no script "e2e"/,
  ],
  [
    'an app without a build',
    { 'apps/web/package.json': { ...app, scripts: { ...app.scripts, build: '' } } },
    /no script "build"/,
  ],
  ['no tag file', { 'apps/web/turbo.json': undefined }, /one tag/],
  ['two tags', { 'apps/web/turbo.json': { extends: ['//'], tags: ['app', 'db'] } }, /one tag/],
  [
    'an undeclared tag',
    { 'packages/db/turbo.json': { extends: ['//'], tags: ['data'] } },
    /"data" is not in boundaries/,
  ],
  ['another licence', { 'packages/db/package.json': { ...manifest, license: 'ISC' } }, /license/],
  ['no version', { 'packages/db/package.json': { ...manifest, version: undefined } }, /version/],
  [
    'private unsaid',
    { 'packages/db/package.json': { ...manifest, private: undefined } },
    /private/,
  ],
  [
    'a tsconfig of its own',
    { 'packages/db/tsconfig.json': { compilerOptions: {} } },
    /@repo\/typescript/,
  ],
  ['no README', { 'packages/db/README.md': undefined }, /README/],
  ['no workspace at all', { 'pnpm-workspace.yaml': 'catalog: {}\n' }, /no workspace found/],
])('%s is reported, and nothing else', async (_what, changes, sentence) => {
  expect(await check(changes)).toEqual([expect.stringMatching(sentence)]);
});

test('tests of installed packages do not count as own tests', async () => {
  const problems = await check({
    'packages/db/src/client.test.ts': undefined,
    'packages/db/node_modules/other/a.test.ts': '',
  });
  expect(problems).toEqual([expect.stringContaining('no test to run')]);
});

test('a file that is not JSON is named', async () => {
  await expect(check({ 'packages/db/turbo.json': '{ // no' })).rejects.toThrow(/turbo\.json/);
});
