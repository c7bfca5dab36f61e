import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { completeChoices } from './lib/choices.mjs';
import { lostImports } from './testing/lost-imports.mjs';
import { publish } from './testing/published.mjs';
import { traces } from './testing/traces.mjs';
import { renderFiles, renderTemplate } from './render.mjs';

type Published = ReturnType<typeof publish>;

let kit: Published;
let product: string;
let paths: string[];
const choices = { name: 'my-product', scope: '@acme', sample: false };

beforeAll(async () => {
  kit = publish();
  product = join(kit.root, 'my-product');
  paths = await renderTemplate(kit.templateDir, choices, product);
});
afterAll(() => kit.remove());

const read = (path: string) => readFileSync(join(product, path), 'utf8');
const filesOf = (sample: boolean) =>
  renderFiles(kit.template, completeChoices({ ...choices, sample }));

test('each edit of the manifest still finds its place', () => {
  expect(kit.template.problems).toEqual([]);
});

test('no file of the sample is there, and the example action is', () => {
  expect(paths.filter((path) => /\/posts?[/.-]|public-post/.test(path))).toEqual([
    'apps/web/e2e/steps/post-raw.ts',
  ]);
  expect(read('packages/actions/src/profile/actions.ts')).toContain("id: 'profile.rename'");
});

test('nothing that stays imports what is gone', () => {
  expect(lostImports(filesOf(false), '@acme')).toEqual([]);
  // Proof that a lost import is seen: the same files, and one that is gone.
  const broken = filesOf(true).filter(({ path }) => path !== 'packages/db/src/writes/posts.ts');
  expect(lostImports(broken, '@acme')).toContain(
    'packages/actions/src/posts/actions.ts imports @acme/db/writes/posts',
  );
  expect(lostImports(filesOf(true), '@acme')).toEqual([]);
});

test.each(['web', 'admin'])('the lock of %s names files that are there, in order', (app) => {
  const lock = JSON.parse(read(`packages/actions/locks/${app}.json`)) as Record<
    'actions' | 'handlers',
    { id?: string; file: string }[]
  >;
  const files = [...lock.actions, ...lock.handlers].map(({ file }) => file);
  expect(files.filter((file) => !paths.includes(file))).toEqual([]);
  const ids = lock.actions.map(({ id = '' }) => id);
  expect(ids.filter((id) => /^posts\.|Post$/.test(id))).toEqual([]);
  expect(ids).toEqual(ids.toSorted());
  expect(ids.includes('profile.rename')).toBe(app === 'web');
});

test('the migrations are those of the kit, and one that drops the tables of the sample', () => {
  const names = (all: string[]) => all.filter((path) => /migrations\/\d+_.*\.sql$/.test(path));
  const all = names(paths);
  const kits = names(filesOf(true).map(({ path }) => path));
  expect(all).toEqual([...kits, all.at(-1)]);
  expect(read(all.at(-1) ?? '')).toContain('DROP TABLE "posts"');
  const { entries } = JSON.parse(read('packages/db/migrations/meta/_journal.json')) as {
    entries: { idx: number; tag: string; when: number }[];
  };
  expect(entries.map(({ tag }) => `packages/db/migrations/${tag}.sql`)).toEqual(all);
  expect(entries.map(({ idx }) => idx)).toEqual([...all.keys()]);
});

test('its documents point at nothing that is gone, and no trace of the kit is left', () => {
  const documents = paths.filter((path) => path.endsWith('.md'));
  const script = `
    import { deadPointers } from './tooling/lint/src/dead-pointers.ts';
    const dead = process.argv.slice(1).flatMap((path) => deadPointers('.', path));
    console.log(JSON.stringify(dead));`;
  const args = ['--input-type=module', '--eval', script, ...documents];
  const output = execFileSync(process.execPath, args, { cwd: product, encoding: 'utf8' });
  expect(JSON.parse(output)).toEqual([]);
  expect(traces(product, paths)).toEqual([]);
});
