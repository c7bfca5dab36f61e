import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { repositoryProblems } from './repository-problems.ts';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'repository-'));
  mkdirSync(join(root, 'tooling/create'), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

function problemsOf(manifest: object): string[] {
  writeFileSync(join(root, 'tooling/create/package.json'), JSON.stringify(manifest));
  return repositoryProblems(root, 'https://github.com/acme/shop');
}

test.each([
  ['what is private', { private: true }],
  [
    'what names its repository',
    { repository: { url: 'git+https://github.com/acme/shop.git', directory: 'tooling/create' } },
  ],
  ['the same, as people write it', { repository: { url: 'https://github.com/acme/shop' } }],
])('%s can be published', (_what, manifest) => {
  expect(problemsOf(manifest)).toEqual([]);
});

const remedy =
  'npm refuses that with provenance. Write "repository": {"type":"git","url":"git+https://github.com/acme/shop.git","directory":"tooling/create"}';

test('a public package without a repository is told, with what to write', () => {
  const sentence = `tooling/create/package.json has no repository: ${remedy}`;
  expect(problemsOf({ private: false })).toEqual([sentence]);
});

test('one that names another repository, too', () => {
  const url = 'git+https://github.com/acme/shop-of-old.git';
  const sentence = `tooling/create/package.json has ${url}: ${remedy}`;
  expect(problemsOf({ repository: { type: 'git', url } })).toEqual([sentence]);
});
