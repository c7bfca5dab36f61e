import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { applyGuideCode, guideCode } from './guide-code.ts';
import { repository } from './repository-files.ts';
import { copyWorkspaces } from './workspace-copy.ts';

const guides = join(repository, 'docs/guides');
const inOrder = [
  ...readFileSync(join(guides, 'README.md'), 'utf8').matchAll(/^\| \[.*?\]\((.*?)\)/gm),
].map(([, name = '']) => readFileSync(join(guides, name), 'utf8'));
const code = inOrder.flatMap(guideCode);

let copy = '';
beforeAll(() => {
  copy = copyWorkspaces(repository);
});
afterAll(() => rmSync(copy, { recursive: true }));

const isSource = (path: string) => /\.tsx?$/.test(path);

/** Errors that `tsc` finds in the engine, the data and these files of the copy. */
function typeErrors(files: string[]): Promise<string[]> {
  const config = {
    extends: join(repository, 'tooling/typescript/react.json'),
    compilerOptions: { paths: { '@/*': ['./apps/web/src/*'] }, incremental: false },
    include: ['packages/actions/src', 'packages/db/src', ...files.filter(isSource)],
  };
  writeFileSync(join(copy, 'tsconfig.json'), JSON.stringify(config));
  const manifest = createRequire(import.meta.url).resolve('typescript/package.json');
  const tsc = join(dirname(manifest), 'bin/tsc');
  return new Promise((resolve) => {
    execFile(process.execPath, [tsc, '-p', copy], { cwd: copy }, (_error, stdout, stderr) =>
      resolve(`${stdout}${stderr}`.split('\n').filter((line) => /^\S/.test(line))),
    );
  });
}

test('who follows the guides, one after the other, gets code that type-checks', async () => {
  expect(inOrder.length).toBeGreaterThanOrEqual(8);
  for (const block of code) applyGuideCode(copy, block);
  // Proof that the types are checked: the same form once more, with a mistake.
  const [form] = code.filter(({ path }) => path.endsWith('-form.tsx'));
  const misspelt = form?.code.replace('state.errors.name', 'state.errors.nmae') ?? '';
  const path = `${dirname(form?.path ?? '')}/misspelt.tsx`;
  applyGuideCode(copy, { path, part: false, code: misspelt });
  const errors = await typeErrors([...code.map((block) => block.path), path]);
  expect(errors).toEqual([expect.stringMatching(/misspelt\.tsx.*'nmae' does not exist/)]);
}, 120_000);

test('every block of code says its file, a whole one or a part', () => {
  expect(
    guideCode('```ts\n// a/b.ts\nx;\n```\n\n```sh\nls\n```\n```tsx\n// in c.tsx\ny;\n```\n'),
  ).toEqual([
    { path: 'a/b.ts', part: false, code: 'x;\n' },
    { path: 'c.tsx', part: true, code: 'y;\n' },
  ]);
  expect(() => guideCode('```ts\nconst a = 1;\n```\n')).toThrow('does not begin with');
});

test('a part goes between two lines of its file, which have to be there', () => {
  const folder = mkdtempSync(join(tmpdir(), 'guide-'));
  const write = (text: string) => applyGuideCode(folder, { path: 'a.ts', part: true, code: text });
  try {
    applyGuideCode(folder, { path: 'a.ts', part: false, code: 'one\n  two\nthree\nfour\n' });
    write('two\nnew\nthree\n');
    expect(readFileSync(join(folder, 'a.ts'), 'utf8')).toBe('one\ntwo\nnew\nthree\nfour\n');
    expect(() => write('two\nnewer\nfive\n')).toThrow('a.ts does not hold the first and the last');
    expect(() => write('four\nnewer\none\n')).toThrow('a.ts does not hold the first and the last');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
