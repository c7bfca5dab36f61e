import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deadPointers } from './dead-pointers.ts';
import { repository, repositoryFiles } from './repository-files.ts';

let root = '';

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'pointers-'));
  await mkdir(join(root, 'packages/db/src/[id]'), { recursive: true });
  await writeFile(join(root, 'packages/db/src/[id]/page.ts'), 'const a = 1;\n\nconst b = 2;\n');
  await writeFile(join(root, 'package.json'), '{ "scripts": { "db:seed": "x" } }');
  await writeFile(join(root, 'packages/db/GUIDE.md'), '# Ports & stores (2)\n');
});

afterAll(() => rm(root, { recursive: true }));

async function inspect(text: string): Promise<string[]> {
  await writeFile(join(root, 'packages/db/README.md'), text);
  return deadPointers(root, 'packages/db/README.md');
}

test('every link, path, script and snippet of the repository leads somewhere', async () => {
  const all = await repositoryFiles('{*,.github/*,.changeset/*,docs/**/*,*/*/**/*}.md');
  // What takes a document's place in a product points to files of that product.
  const texts = all.filter((path) => !/CHANGELOG\.md$|\/overlay/.test(path));
  expect(texts).toEqual(expect.arrayContaining(['README.md', '.changeset/README.md']));
  expect(texts.flatMap((path) => deadPointers(repository, path))).toEqual([]);
});

test('every document that the code refers to exists', async () => {
  const texts = new Set(await repositoryFiles('docs/**/*.md'));
  const sources = await repositoryFiles('{apps,packages,tooling}/*/**/*.{ts,tsx,mjs}');
  const dead: string[] = [];
  for (const path of sources) {
    if (path === 'tooling/lint/src/dead-pointers.test.ts') continue;
    const source = await readFile(join(repository, path), 'utf8');
    for (const [document] of source.matchAll(/\bdocs\/[\w/-]+(?:\.md|\d{4}\b)/g)) {
      const found = [...texts].some((text) => text === document || text.startsWith(`${document}-`));
      if (!found) dead.push(`${path}: there is no ${document}`);
    }
  }
  expect(dead).toEqual([]);
});

test.each([
  [
    'links to files, headings and other sites',
    '[guide](./GUIDE.md), [a heading](GUIDE.md#ports--stores-2), [elsewhere](https://example.com/x)',
  ],
  [
    'paths from the root and from the own folder, patterns too',
    '`packages/db/src`, `src/[id]/page.ts`, `packages/*/GUIDE.md`, `{src,lib}/**`, `src/{a,*}/*.ts`',
  ],
  [
    'words in backticks that are no path',
    '`@repo/db/client`, `docs/errors of old`, `packages/<subject>/actions.ts`, `a/b`',
  ],
  ['code, which is not read', '```sh\ncat packages/none/at/all.ts [x](y.md)\n```'],
  [
    'scripts of the root, and commands of pnpm itself',
    'pnpm and npm; `pnpm db:seed`\n\n```sh\nnpx -y pnpm@12 db:seed\npnpm install\n```',
  ],
  [
    'code that its file holds',
    '<!-- snippet: packages/db/src/[id]/page.ts -->\n\n```ts\nconst b = 2;\n```',
  ],
])('%s: nothing to report', async (_what, text) => {
  expect(await inspect(text)).toEqual([]);
});

test.each([
  ['a missing file', '\n[guide](GUIDES.md)', ':2: the link GUIDES.md leads nowhere'],
  ['a missing heading', '[guide](GUIDE.md#ports)', ':1: the link GUIDE.md#ports leads nowhere'],
  [
    'a missing picture',
    '<img src="images/a.png" alt="">',
    ':1: the link images/a.png leads nowhere',
  ],
  ['a missing path', '`packages/db/src/client.ts`', ':1: there is no packages/db/src/client.ts'],
  [
    'a missing path of a recipe',
    '`git rm -r packages/db/src apps/gone`',
    ':1: there is no apps/gone',
  ],
  ['a missing script', '`pnpm db:sow`', ':1: pnpm db:sow is no script of the root'],
  [
    'a missing script in a block',
    '```sh\nnpx -y pnpm@12 --silent db:sow\n```',
    ':2: pnpm db:sow is no script of the root',
  ],
  ['a pattern without a match', '`src/*/client.ts`', ':1: there is no src/*/client.ts'],
  [
    'code that its file does not hold',
    '<!-- snippet: packages/db/src/[id]/page.ts -->\n```ts\nconst b = 3;\n```',
    ':1: packages/db/src/[id]/page.ts does not hold this code',
  ],
  [
    'code of a missing file',
    '<!-- snippet: packages/db/gone.ts -->\n```ts\nconst b = 2;\n```',
    ':1: packages/db/gone.ts does not hold this code',
  ],
])('%s is reported with its line', async (_what, text, sentence) => {
  expect(await inspect(text)).toEqual([`packages/db/README.md${sentence}`]);
});
