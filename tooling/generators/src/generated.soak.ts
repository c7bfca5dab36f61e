import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { generate } from './generate.ts';

const repository = fileURLToPath(new URL('../../..', import.meta.url));
const copy = realpathSync(mkdtempSync(join(tmpdir(), 'generated-')));
const bin = join(copy, 'node_modules/.bin');
/** Nothing of a child waits for ever. */
const LIMIT_MS = 480_000;

/** Runs a program in the copy; throws with what it printed when it fails. */
function run(program: string, args: string[], folder = '.'): string {
  const env = {
    ...process.env,
    PATH: `${bin}${delimiter}${process.env.PATH}`,
    CI: '1',
    TURBO_TELEMETRY_DISABLED: '1',
  };
  const options = { cwd: join(copy, folder), env, timeout: LIMIT_MS, encoding: 'utf8' as const };
  try {
    return execFileSync(program, args, {
      ...options,
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 1e8,
    });
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    throw new Error(
      `${program} ${args.join(' ')} failed:\n${stdout?.slice(-4000)}${stderr?.slice(-2000)}`,
      { cause: error },
    );
  }
}

const git = ['ls-files', '-co', '--exclude-standard', '-z'];

beforeAll(() => {
  for (const path of execFileSync('git', git, { cwd: repository, encoding: 'utf8' }).split('\0')) {
    if (!path) continue;
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    cpSync(join(repository, path), join(copy, path));
  }
  run('git', ['init', '-q']);
  run('pnpm', ['install', '--offline', '--frozen-lockfile']);
  generate(copy, 'app', ['support']);
  generate(copy, 'package', ['billing']);
  generate(copy, 'action', ['projects', 'create', 'web', 'member:author', '10 per 1 m']);
  generate(copy, 'action', ['account', 'archive', 'web', 'authenticated', '5 per 1 h']);
  generate(copy, 'action', ['moderation', 'warnUser', 'admin', 'staff', '10 per 1 m']);
  generate(copy, 'action', ['feedback', 'send', 'support', 'anyone', '10 per 1 h']);
  generate(copy, 'action', ['profile', 'change', 'support', 'authenticated', '10 per 1 h']);
  run('pnpm', ['install', '--offline', '--no-frozen-lockfile']);
}, LIMIT_MS);
afterAll(() => rmSync(copy, { recursive: true, force: true }));

const turbo = (task: string, ...apps: string[]) =>
  run('turbo', [
    'run',
    task,
    ...apps.map((app) => `--filter=${app}`),
    '--output-logs=errors-only',
    '--concurrency=1',
  ]);

test('the generated passes lint, layout, boundaries and the list of unused files', () => {
  run('oxlint', ['--deny-warnings', 'apps', 'packages']);
  run('oxfmt', ['--check', '.']);
  run('turbo', ['boundaries']);
  run('knip', []);
  expect(run('node', ['tooling/lint/src/cli/check-workspaces.ts'])).toContain('Every workspace');
});

test('it passes types and tests, with nothing filled in', () => {
  turbo('types', 'support', 'web', 'admin', '@repo/billing', '@repo/actions');
  turbo('test', 'support', '@repo/billing');
  const own = [
    'define-action',
    'documented',
    'every-action',
    'projects',
    'posts',
    'moderation',
    'feedback',
    'profile',
  ];
  run('node_modules/.bin/vitest', ['run', ...own.map((name) => `src/${name}`)], 'packages/actions');
  const lint = ['run', 'src/env-example.test.ts', 'src/dead-pointers.test.ts'];
  expect(run('node_modules/.bin/vitest', lint, 'tooling/lint')).toContain('passed');
});

test('the builds expose the new actions and nothing else, and the lock says so', () => {
  turbo('build', 'support', 'web', 'admin');
  const readLocks = (command: string) =>
    run('node', ['tooling/perimeter/src/cli/perimeter.ts', command]);
  let found = '';
  try {
    readLocks('check');
  } catch (error) {
    found = String(error);
  }
  const fresh = [...found.matchAll(/^NEW +(\S+) +(\S+?):? /gm)].map(
    ([, app, id]) => `${app} ${id}`,
  );
  expect(fresh.toSorted()).toEqual([
    'admin moderation.warnUser',
    'support feedback.send',
    'support profile.change',
    'web account.archive',
    'web projects.create',
  ]);
  readLocks('lock');
  expect(readLocks('check')).toContain('in step with its locks');
});

test('the new app holds in a browser, with JavaScript and without', () => {
  expect(run('node_modules/.bin/playwright', ['test'], 'apps/support')).toMatch(/\d+ passed/);
});
