import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { glob } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeRelease } from './make-release.ts';

const repository = fileURLToPath(new URL('../../..', import.meta.url));
const frame = [
  'package.json',
  'pnpm-workspace.yaml',
  '.changeset/*',
  '{apps,packages,tooling}/*/package.json',
];
let root = '';

const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.test', ...args], {
    cwd: root,
    stdio: 'pipe',
  });
const write = (path: string, text: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};
const versionOf = (folder: string) =>
  (JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as { version: string })
    .version;

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'release-'));
  const paths: string[] = [];
  for await (const path of glob(frame, { cwd: repository })) paths.push(path);
  for (const path of paths) cpSync(join(repository, path), join(root, path), { recursive: true });
  symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'));
  write('.gitignore', 'node_modules\n');
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('commit', '-q', '-m', 'kit');
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

test('changesets that wait become one version of everything, and a section of the changelog', () => {
  write('.changeset/a-test.md', `---\n'@repo/db': minor\n---\n\nRows are counted for you\n`);
  const before = versionOf('packages/db');
  const release = makeRelease(root);
  expect(release?.version).not.toBe(before);
  for (const folder of ['.', 'packages/db', 'apps/web', 'tooling/lint'])
    expect(versionOf(folder)).toBe(release?.version);
  const changelog = readFileSync(join(root, 'CHANGELOG.md'), 'utf8');
  expect(changelog).toMatch(`# Changelog\n\n## ${release?.version}\n`);
  expect(changelog).toContain('- **Rows are counted for you** (@repo/db)');
  git('add', '-A');
  git('commit', '-q', '-m', 'release');
  expect(makeRelease(root)).toBeNull();
});

test('a changeset of a package that is not there stops the release', () => {
  write('.changeset/a-test.md', `---\n'@repo/gone': minor\n---\n\nNothing\n`);
  expect(() => makeRelease(root)).toThrow('@repo/gone');
});

function status(): string {
  const bin = join(repository, 'node_modules/@changesets/cli/bin.js');
  try {
    execFileSync(process.execPath, [bin, 'status', '--since=HEAD^1'], { cwd: root, stdio: 'pipe' });
    return 'fine';
  } catch (error) {
    return String((error as { stderr: Buffer; stdout: Buffer }).stdout);
  }
}

test('a change of behaviour needs a changeset in its pull request, a change of tests or texts does not', () => {
  write('packages/db/src/rows.test.ts', 'export {};\n');
  write('packages/db/README.md', '# rows\n');
  appendFileSync(join(root, 'pnpm-workspace.yaml'), '# a comment\n');
  git('add', '-A');
  git('commit', '-q', '-m', 'test: rows');
  expect(status()).toBe('fine');
  write('packages/db/src/rows.ts', 'export {};\n');
  git('add', '-A');
  git('commit', '-q', '-m', 'feat: rows');
  expect(status()).toContain('no changesets were found');
  write('.changeset/a-test.md', `---\n'@repo/db': minor\n---\n\nRows\n`);
  git('add', '-A');
  git('commit', '-q', '--amend', '-m', 'feat: rows');
  expect(status()).toBe('fine');
});
