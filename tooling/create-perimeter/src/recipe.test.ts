import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isSampleOnly } from '../manifest.mjs';
import { repository } from './testing/published.mjs';

const RECIPE = 'docs/recipes/remove-the-sample.md';

test('the recipe for removing the sample names the files that --minimal leaves out, and no other', () => {
  const list = execFileSync('git', ['ls-files'], { cwd: repository, encoding: 'utf8' });
  const files = list.split('\n').filter((file) => file && file !== RECIPE);
  const [, block = ''] = readFileSync(join(repository, RECIPE), 'utf8').split('```');
  const paths = block.split(/[\s\\']+/).filter((word) => word.includes('/'));
  expect(paths.length).toBeGreaterThan(20);
  const removed = (file: string) =>
    paths.some((path) => file === path || file.startsWith(`${path}/`));
  expect(files.filter(removed)).toEqual(files.filter((file) => isSampleOnly(file)));
  expect(paths.filter((path) => !files.some((file) => file.startsWith(path)))).toEqual([]);
});
