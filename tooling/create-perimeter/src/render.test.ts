import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { completeChoices } from './lib/choices.mjs';
import { catalogNames } from './lib/template.mjs';
import { traces } from './testing/traces.mjs';
import { publish, repository } from './testing/published.mjs';
import { RECORD, renderFiles, renderTemplate } from './render.mjs';

type Published = ReturnType<typeof publish>;

let kit: Published;
let product: string;
let paths: string[];
const choices = { name: 'my-product', scope: '@acme' };

beforeAll(async () => {
  kit = publish();
  product = join(kit.root, 'my-product');
  paths = await renderTemplate(kit.templateDir, choices, product);
});
afterAll(() => kit.remove());

const read = (path: string) => readFileSync(join(product, path), 'utf8');
const textOf = (given: Partial<typeof choices> & { name: string; port?: number }, path: string) =>
  renderFiles(kit.template, completeChoices(given)).find((file) => file.path === path)?.text ?? '';

test('holds the tracked files, also those that npm leaves out of packages', () => {
  expect(paths).toEqual(
    expect.arrayContaining([
      '.gitignore',
      '.env.example',
      'pnpm-lock.yaml',
      '.github/workflows/ci.yml',
    ]),
  );
  expect(read('.gitignore')).toBe(readFileSync(join(repository, '.gitignore'), 'utf8'));
});

test("what serves the kit's own development stays behind, and the mention of it", () => {
  const own =
    /tooling\/(?:bench|create-perimeter)|changeset\/(?!README|config)|CHANGELOG\.md$|playbook\.md/;
  expect(paths.filter((path) => own.test(path))).toEqual([]);
  const named = paths.filter((path) => /tooling\/(?:bench|create-perimeter)\b/.test(read(path)));
  // The cases of a lint rule name files that need not exist.
  expect(named).toEqual(['tooling/lint/src/rules/testing-stays-out.cases.ts']);
});

test("no trace of the kit's scope, ports, cookies, database or title where the team's belong", () => {
  expect(traces(product, paths)).toEqual([]);
});

test.each([
  ['package.json', '"name": "my-product"'],
  ['packages/db/package.json', '"name": "@acme/db"'],
  ['packages/db/package.json', '"license": "UNLICENSED"'],
  ['packages/next/src/product.ts', "productName = 'My Product'"],
  ['packages/auth/src/cookie.ts', "'my_product_session'"],
  ['packages/auth/src/cookie.ts', '`my_product_${audience}_session`'],
  ['tooling/services/src/lib/postgres/init.ts', "NAME = 'my_product'"],
  ['packages/db/src/apps.json', '"port": 3500'],
  ['packages/db/src/apps.json', '"port": 3501'],
  ['README.md', '# My Product'],
  ['README.md', '<http://localhost:3501>'],
  ['.env.example', 'Default: http://localhost:3500.'],
  ['pnpm-lock.yaml', "'@acme/db':"],
  ['tooling/lint/src/rules/apps-hold-no-database.mjs', '^@acme\\/db'],
])("%s carries the team's %s", (path, text) => {
  expect(read(path)).toContain(text);
});

test('an option goes before what the name gives', () => {
  const given = { name: 'my-product', port: 3001 };
  expect(JSON.parse(textOf(given, 'packages/db/src/apps.json'))).toMatchObject({
    web: { port: 3001 },
    admin: { port: 3002 },
  });
  expect(textOf({ name: 'my-product' }, 'package.json')).toContain('"@my-product/lint"');
});

test('the record says which version was rendered, and with which choices', () => {
  expect(JSON.parse(read(RECORD))).toEqual({
    kit: kit.template.kit,
    choices: { name: 'my-product', title: 'My Product', scope: '@acme', port: 3500, sample: true },
  });
});

test('the same template and choices give the same bytes, also from a record that knows fewer', () => {
  const { choices: recorded } = JSON.parse(read(RECORD)) as { choices: typeof choices };
  const again = renderFiles(kit.template, completeChoices(recorded));
  expect(again.map(({ path }) => path).toSorted()).toEqual(paths);
  expect(renderFiles(kit.template, completeChoices(choices))).toEqual(again);
  const changed = again.filter(({ path, text }) => text !== undefined && read(path) !== text);
  expect(changed).toEqual([]);
});

test('every link, path and snippet of its documents leads somewhere', () => {
  const documents = paths.filter((path) => path.endsWith('.md'));
  expect(documents).toContain('README.md');
  // The product's own check, run by Node as it is.
  const script = `
    import { deadPointers } from './tooling/lint/src/dead-pointers.ts';
    const dead = process.argv.slice(1).flatMap((path) => deadPointers('.', path));
    console.log(JSON.stringify(dead));`;
  const args = ['--input-type=module', '--eval', script, ...documents];
  const output = execFileSync(process.execPath, args, { cwd: product, encoding: 'utf8' });
  expect(JSON.parse(output)).toEqual([]);
});

test('catalog and lock file hold what the workspaces use, and no more', () => {
  const manifests = paths.filter((path) => /(?:^|\/)package\.json$/.test(path)).map(read);
  const used = manifests.flatMap((text) => [...text.matchAll(/"([^"]+)": "catalog:"/g)]);
  const names = [...new Set(used.map(([, name = '']) => name))].toSorted();
  expect(catalogNames(read('pnpm-workspace.yaml')).toSorted()).toEqual(names);
  const lock = read('pnpm-lock.yaml');
  const inLock = [...lock.matchAll(/^ {4}(?:'([^']+)'|(\S+)):\n {6}specifier/gm)];
  expect(inLock.map(([, quoted, plain]) => quoted ?? plain ?? '').toSorted()).toEqual(names);
  expect(lock).not.toMatch(/next-safe-action|autocannon|tooling\/bench/);
  expect(lock).toContain('\n  next@16');
});

test('an aborted signal stops it between two files', async () => {
  const signal = AbortSignal.abort(new Error('enough'));
  const folder = join(kit.root, 'aborted');
  await expect(renderTemplate(kit.templateDir, choices, folder, { signal })).rejects.toThrow(
    'enough',
  );
});
