import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const workspace = fileURLToPath(new URL('..', import.meta.url));

async function check(base: string, files: Record<string, string>): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'tsconfig-'));
  const config = {
    extends: join(workspace, base),
    compilerOptions: { types: [], incremental: false },
    include: ['.'],
  };
  try {
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(config));
    return await tsc(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

function tsc(folder: string): Promise<string[]> {
  const bin = join(workspace, 'node_modules/typescript/bin/tsc');
  return new Promise((resolve) => {
    execFile(process.execPath, [bin, '-p', folder], (_error, stdout) =>
      resolve([...stdout.matchAll(/error (?<code>TS\d+)/g)].map((it) => it.groups?.code ?? '')),
    );
  });
}

test('all that Node runs without a build step is accepted, with .ts in imports', async () => {
  const files = {
    'a.ts': 'export interface Post { title: string }\nexport const one = 1;',
    'b.ts': `import { one, type Post } from './a.ts';\nexport const post: Post = { title: \`\${one}\` };`,
  };
  expect(await check('base.json', files)).toEqual([]);
});

test.each([
  ['an enum', 'export enum Role { Owner }', 'TS1294'],
  ['a parameter property', 'export class A { constructor(public b: string) {} }', 'TS1294'],
  [
    'a type imported as a value',
    `import { Post } from './post.ts'; export type A = Post;`,
    'TS1484',
  ],
  ['an index that may be missing', 'export const first: string = ([] as string[])[0];', 'TS2322'],
  ['an implicit any', 'export const f = (a) => a;', 'TS7006'],
  ['the browser in a package for Node', 'export const title = document.title;', 'TS2584'],
])('the base refuses %s', async (_what, code, error) => {
  const files = { 'post.ts': 'export interface Post { id: string }', 'a.ts': code };
  expect(await check('base.json', files)).toEqual([error]);
});

test.each(['react.json', 'next.json'])('%s knows the browser', async (base) => {
  expect(await check(base, { 'a.ts': 'export const title = document.title;' })).toEqual([]);
});
