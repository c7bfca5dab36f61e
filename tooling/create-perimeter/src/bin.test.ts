import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { publish } from './testing/published.mjs';

type Published = ReturnType<typeof publish>;

let kit: Published;
let place = '';
let count = 0;

beforeAll(() => {
  kit = publish();
});
beforeEach(() => {
  place = join(kit.root, `ein Ort für 製品 ${(count += 1)}`);
  mkdirSync(place);
});
afterAll(() => kit.remove());

/** Nobody's git configuration: an address, and no name but the one that the machine's account has. */
const nobody = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  EMAIL: 'root@example.test',
};
const somebody = {
  ...nobody,
  GIT_AUTHOR_NAME: 'Author',
  GIT_AUTHOR_EMAIL: 'author@example.test',
  GIT_COMMITTER_NAME: 'Author',
  GIT_COMMITTER_EMAIL: 'author@example.test',
};

function create(args: string[], { env = somebody, cwd = place, node = [] as string[] } = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...node, kit.bin, ...args], {
    cwd,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    input: '',
  });
  return { status, stdout, stderr: stderr.trim() };
}

function git(folder: string, ...args: string[]) {
  const env = { ...process.env, ...nobody };
  return spawnSync('git', args, { cwd: join(place, folder), env, encoding: 'utf8' }).stdout.trim();
}

test('makes a product with a first commit, in a path with spaces and unicode', () => {
  const { status, stdout } = create(['my-product', '--yes', '--no-install']);
  expect(status).toBe(0);
  expect(stdout).toContain('\n  cd my-product\n  npx -y pnpm@12 dev\n');
  expect(readdirSync(place)).toEqual(['my-product']);
  expect(git('my-product', 'status', '--porcelain')).toBe('');
  expect(git('my-product', 'log', '--format=%s %an')).toBe(
    `Start from the Perimeter starter kit ${kit.template.kit} Author`,
  );
  expect(git('my-product', 'branch', '--show-current')).toBe('main');
  expect(git('my-product', 'ls-files', '--stage', '.ci/run')).toMatch(/^100755 /);
});

test('makes secrets of its own, which the product takes for its own and git never sees', () => {
  create(['one', '--yes', '--no-install', '--no-git']);
  create(['two', '--yes', '--no-install']);
  const file = (name: string) => join(place, name, '.data/secrets.json');
  expect(readFileSync(file('one'), 'utf8')).not.toBe(readFileSync(file('two'), 'utf8'));
  expect(statSync(file('one')).mode & 0o777).toBe(0o600);
  expect(git('two', 'ls-files', '.data')).toBe('');
  const script = `import { getSecrets } from './tooling/services/src/lib/secrets.ts';
    console.log(JSON.stringify(getSecrets()));`;
  const env = {
    ...process.env,
    APP_SECRET: undefined,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: undefined,
  };
  const args = ['--input-type=module', '--eval', script];
  const made = JSON.parse(readFileSync(file('one'), 'utf8')) as object;
  const cwd = join(place, 'one');
  const taken = spawnSync(process.execPath, args, { cwd, env, encoding: 'utf8' }).stdout;
  expect(JSON.parse(taken)).toEqual(made);
});

test.each([
  ['an old folder with something in it', ['full', '--yes'], /The folder .*full is not empty\./],
  ['a file in its place', ['file', '--yes'], /file is there already, and is a file\./],
  ['a parent that is not there', ['none/shop', '--yes'], /The folder .*none does not exist\./],
  ['capitals', ['MyShop', '--yes'], /"MyShop" cannot be the name .*for example myshop\./],
  [
    'a title that breaks code',
    ['shop', '--yes', '--title', "Ben's"],
    /"Ben's" cannot be the title/,
  ],
  ['two folders', ['shop', 'shelf', '--yes'], /One folder is made at a time, and 2 are named/],
  ['an unknown option', ['shop', '--yes', '--docker'], /Unknown option '--docker'\. --help lists/],
  ['no terminal', ['shop'], /There is no terminal to ask in\. Add --yes to take the defaults/],
])('%s is refused in one sentence, and nothing is made', (_what, args, sentence) => {
  mkdirSync(join(place, 'full'));
  writeFileSync(join(place, 'full', 'kept'), '');
  writeFileSync(join(place, 'file'), '');
  const { status, stdout, stderr } = create(args);
  expect(status).toBe(1);
  expect(stdout).toBe('');
  expect(stderr).toMatch(sentence);
  expect(stderr.split('\n')).toHaveLength(1);
  expect(readdirSync(place)).toEqual(['file', 'full']);
  expect(readdirSync(join(place, 'full'))).toEqual(['kept']);
});

test('a place that cannot be written to is named', () => {
  // Permissions do not hold root back; the kernel's own folders do.
  const root = process.getuid?.() === 0;
  const locked = root ? '/sys' : join(place, 'locked');
  if (!root) mkdirSync(locked, { mode: 0o555 });
  const { status, stderr } = create([join(locked, 'shop'), '--yes']);
  expect(status).toBe(1);
  expect(stderr).toMatch(
    /^\S*(?:sys|locked) cannot be written to \(\w+\)\. Choose another place\.$/m,
  );
});

test('an empty folder is filled', () => {
  mkdirSync(join(place, 'shop'));
  expect(create(['shop', '--yes', '--no-install', '--no-git']).status).toBe(0);
  expect(existsSync(join(place, 'shop', 'package.json'))).toBe(true);
  expect(existsSync(join(place, 'shop', '.git'))).toBe(false);
});

test('--dry-run says what would be made, and makes nothing', () => {
  const { status, stdout } = create(['shop', '--dry-run', '--scope', 'acme', '--port', '3000']);
  expect(status).toBe(0);
  expect(stdout).toContain('@acme/actions');
  expect(stdout).toContain('http://localhost:3001, cookie shop_admin_session');
  expect(readdirSync(place)).toEqual([]);
});

test('without an identity git gets no commit, and one is not invented', () => {
  const { status, stdout } = create(['shop', '--yes', '--no-install'], {
    env: { ...nobody } as never,
  });
  expect(status).toBe(0);
  expect(stdout).toContain('git does not know who you are: git config --global user.name');
  expect(git('shop', 'log')).toBe('');
  expect(git('shop', 'diff', '--cached', '--name-only')).toContain('package.json');
});

test('inside of another repository it makes none of its own', () => {
  spawnSync('git', ['init'], { cwd: place });
  const { stdout } = create(['shop', '--yes', '--no-install']);
  expect(stdout).toContain('as the folder is inside of another repository');
  expect(existsSync(join(place, 'shop', '.git'))).toBe(false);
});

test.each(['SIGINT', 'SIGTERM'] as const)(
  '%s half way takes away what was made, and nothing else',
  async (signal) => {
    writeFileSync(join(place, 'kept'), '');
    const args = [kit.bin, 'shop', '--yes', '--no-install'];
    const child = spawn(process.execPath, args, { cwd: place, stdio: 'pipe' });
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
    while (readdirSync(place).length < 2) await sleep(1);
    child.kill('SIGSTOP');
    expect(readdirSync(place).map((name) => basename(name).slice(0, 6))).toEqual([
      '.shop-',
      'kept',
    ]);
    child.kill(signal);
    child.kill('SIGCONT');
    expect(await ended).toBe(130);
    expect(readdirSync(place)).toEqual(['kept']);
  },
);

test('an old Node gets a sentence, from a file that it can read', () => {
  const old = join(place, 'old.cjs');
  writeFileSync(
    old,
    `Object.defineProperty(process.versions, 'node', { value: '12.22.12' });
    Object.defineProperty(process, 'version', { value: 'v12.22.12' });`,
  );
  const { status, stderr } = create(['shop', '--yes'], { node: ['--require', old] });
  expect(status).toBe(1);
  expect(stderr).toMatch(/^create-perimeter needs Node 20 or newer; this is v12\.22\.12\. Install/);
  expect(stderr.split('\n')).toHaveLength(1);
  expect(readFileSync(kit.bin, 'utf8')).not.toMatch(
    /=>|`|\b(?:const|let|class|async|import)\b\s*[({'"]|\?\.|\?\?/,
  );
});
