import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { completeChoices } from './lib/choices.mjs';
import { renderFiles } from './render.mjs';
import { repository } from './testing/published.mjs';
import { createTeam } from './testing/team.ts';
import { OLD_LINE } from './testing/two-kits.ts';
import { LANDING, POSTS, UI, yearOfWork } from './testing/year-of-work.ts';

let year: ReturnType<typeof yearOfWork>;
/** Where the repository of the product waits, for a test without. */
let away = '';
beforeAll(() => {
  year = yearOfWork();
  away = join(year.kit.root, 'away');
}, 60_000);
afterAll(() => year.kit.remove());

const update = (...args: string[]) =>
  year.run(['update', '--from', year.kit.older, '--no-install', ...args]);

/** Of the product after a year of work; the two tests that follow look at it, too. */
let updated: ReturnType<typeof update>;

const lines = (text: string) => text.split('\n').filter((line) => line.trim());
const at = (path: string) => join(year.product, path);
const fresh = (tarball: 'older' | 'newer', scope: string) => {
  const choices = completeChoices({ name: 'umbrella', scope });
  const files = renderFiles(year.kit.templates[tarball], choices);
  const texts = new Map(files.map(({ path, text = '' }) => [path, text]));
  if (tarball === 'older') texts.set('AGENTS.md', texts.get('AGENTS.md') + OLD_LINE);
  return texts;
};

test('a product without changes becomes what the new version makes, by its rules', () => {
  year.goTo('fresh');
  expect(year.team.read('AGENTS.md')).toContain(OLD_LINE);
  const { status, stdout } = update();
  expect([status, stdout]).toEqual([0, expect.stringContaining('0 in conflict')]);
  const anew = /^(?:pnpm-lock\.yaml|packages\/(?:db\/migrations|actions\/locks)\/.*)$/;
  const wanted = [...fresh('newer', '@acme')].filter(([path]) => !anew.test(path));
  expect(wanted.filter(([path, text]) => text && year.team.read(path) !== text)).toEqual([]);
  expect(year.team.paths().filter((path) => !anew.test(path))).toHaveLength(wanted.length);
  expect(year.team.git('status', '--porcelain')).not.toMatch(/^(?:.[^ ]|\?\?)/m);
  expect(year.team.git('commit', '--quiet', '--no-edit')).toBe('');
  expect(year.team.git('log', '-1', '--format=%s%n%an')).toBe(
    'chore: update the kit from 1.0.0 to 1.1.0\nAuthor\n',
  );
  expect(year.run(['update']).stdout).toContain('is at 1.1.0 already');
});

test('after a year of work nothing of the team is lost, and conflicts are named and counted', () => {
  year.goTo('worked');
  const before = new Map(year.team.paths().map((path) => [path, year.team.read(path)]));
  updated = update();
  const { status, stdout } = updated;
  console.log(stdout);
  expect(status).toBe(1);
  expect(stdout).toContain('the kit changed 13 files: 10 merged clean, 3 in conflict.');
  expect(stdout).toMatch(/changed by you and by the kit +README\.md\n/);
  expect(stdout).toMatch(`deleted by you, changed by the kit  ${POSTS}/posts-table.tsx\n`);
  expect(stdout).toMatch(/changed by you, deleted by the kit +docs\/guides\/test-it\.md/);
  expect(stdout).toContain(`git rm --quiet -- ${POSTS}/posts-table.tsx`);
  // Whatever stood in the team's files and stands there no more was the kit's.
  const base = fresh('older', '@umbrella');
  for (const [path, text] of before) {
    const now = path === `${UI}/badge.tsx` ? `${UI}/label.tsx` : path;
    const after = new Set(existsSync(at(now)) ? lines(year.team.read(now)) : []);
    const kits = new Set(lines(base.get(path) ?? ''));
    const gone = lines(text).filter((line) => !after.has(line) && !kits.has(line));
    expect([path, path === '.perimeter.json' ? [] : gone]).toEqual([path, []]);
  }
});

test('what the kit changed arrives, in the names and places that the team gave', () => {
  const marked = 'The kit of 1.1.0 was here.';
  expect(year.team.read('packages/actions/src/lib/run-action.ts')).toContain(marked);
  expect(year.team.read(`${LANDING}/reasons.tsx`)).toContain(marked);
  expect(existsSync(at(`${LANDING}/promises.tsx`))).toBe(false);
  expect(year.team.read(`${UI}/news.tsx`)).toContain('@umbrella/ui');
  expect(year.team.read(`${UI}/label.tsx`)).toMatch(/^\/\/ Ours is rounder\.\n/);
  expect(existsSync(at('docs/guides/limit-it.md'))).toBe(false);
  expect(existsSync(at('docs/guides/add-a-field.md'))).toBe(false);
  const catalog = year.team.read('pnpm-workspace.yaml');
  expect(catalog).toContain('  "@umbrella/colors": 1.0.0');
  expect(catalog).toContain('  zod: 9.9.9');
  const readme = year.team.read('README.md');
  expect(readme).toMatch(/^<{7} HEAD\n[^]*our way\.\n={7}\n[^]*another way\.\n>{7} \w+ \(chore: /m);
});

test('the schema is merged, migrations and locks are not: the output says how they are made', () => {
  const { stdout } = updated;
  const schema = year.team.read('packages/db/src/schema/orgs.ts');
  expect(schema).toMatch(/color: text\(\),\n[^]*region: text\(\),\n/);
  expect(existsSync(at('packages/db/migrations/9000_region.sql'))).toBe(false);
  expect(existsSync(at('packages/db/migrations/0100_color.sql'))).toBe(true);
  expect(year.team.read('pnpm-lock.yaml')).not.toContain('# of 1.1.0');
  expect(year.team.read('packages/actions/locks/web.json')).not.toContain('"of"');
  for (const told of ['db:generate', 'perimeter lock', 'install --no-frozen-lockfile'])
    expect(stdout).toContain(told);
  const [, show = ''] = /git (show \S+9000_region\.sql)/.exec(stdout) ?? [];
  expect(year.team.git(...show.split(' '))).toBe('alter table orgs add column region text;\n');
});

test('--dry-run shows the same merge as a diff, and changes nothing', () => {
  year.goTo('worked');
  const head = year.team.git('rev-parse', 'HEAD');
  const { status, stdout } = update('--dry-run');
  expect(status).toBe(1);
  expect(stdout.match(/^\+    region: text\(\),$/m)).not.toBeNull();
  expect(stdout.slice(-600)).toContain('10 merged clean, 3 in conflict');
  expect(year.team.git('status', '--porcelain')).toBe('');
  expect(year.team.git('worktree', 'list').trim().split('\n')).toHaveLength(1);
  expect(year.team.git('rev-parse', 'HEAD')).toBe(head);
});

test('a product in a folder of a larger repository is updated there', () => {
  year.goTo('fresh');
  const outer = join(year.product, '..');
  renameSync(at('.git'), away);
  const around = createTeam(outer);
  around.write('README.md', '# Around\n');
  around.git('init', '-q');
  around.commit('all');
  expect(update().status).toBe(0);
  expect(year.team.read(`${UI}/news.tsx`)).toContain('1.1.0');
  expect(around.git('status', '--porcelain')).not.toMatch(/^.. README\.md|^\?\?/m);
  rmSync(join(outer, '.git'), { recursive: true });
  renameSync(away, at('.git'));
});

const refusals: [what: string, prepare: () => string[], sentence: RegExp][] = [
  ['no record', () => (rmSync(at('.perimeter.json')), []), /There is no \.perimeter\.json here/],
  [
    'a record that is none',
    () => (year.team.write('.perimeter.json', '{ "kit": 1 }'), []),
    /has to hold "kit", a version, and "choices"/,
  ],
  [
    'a record with a name that cannot be',
    () => {
      year.team.write('.perimeter.json', '{ "kit": "1.0.0", "choices": { "name": "Not this" } }');
      return [];
    },
    /\.perimeter\.json: "Not this" cannot be the name/,
  ],
  [
    'a working tree that is not clean',
    () => (year.team.write('notes.txt', ''), []),
    /The working tree is not clean\. Commit [^]*\n {2}\?\? notes\.txt$/,
  ],
  ['no repository', () => (renameSync(at('.git'), away), []), /in no git repository/],
  ['a file that is not there', () => ['--to', 'gone.tgz'], /There is no file gone\.tgz\./],
  [
    'what is no tarball',
    () => ['--to', at('package.json')],
    /package\.json cannot be unpacked .* has to be a tarball of create-perimeter/,
  ],
  [
    'another package',
    () => ['--to', join(repository, 'tooling/lint')],
    /tooling\/lint is @repo\/lint, not create-perimeter\./,
  ],
  [
    'a version that the product was not made from',
    () => ['--from', year.kit.newer],
    /is version 1\.1\.0, and this product was made from 1\.0\.0/,
  ],
  [
    'an unknown option',
    () => ['--force'],
    /Unknown option '--force'\. `create-perimeter update --h/,
  ],
  [
    "ignored files of the team in the kit's way",
    () => {
      year.team.write('.git/info/exclude', 'news.tsx\n');
      year.team.write(`${UI}/news.tsx`, 'ours');
      return [];
    },
    /files of its own where git ignores yours: packages\/ui\/src\/news\.tsx\./,
  ],
];

test.each(refusals)('%s: one sentence, and nothing is changed', (_what, prepare, sentence) => {
  year.goTo('fresh');
  const args = prepare();
  const status = () => (existsSync(away) ? '' : year.team.git('status', '--porcelain'));
  const before = status();
  const answer = update(...args);
  expect(answer.stderr).toMatch(sentence);
  expect([answer.status, answer.stdout, status()]).toEqual([1, '', before]);
  if (existsSync(away)) renameSync(away, at('.git'));
});

test('an older version and a missing git are refused, too', () => {
  year.goTo('fresh');
  const path = { PATH: join(year.product, 'nowhere') };
  expect(year.run(['update'], path).stderr).toMatch(/^git is not installed/);
  update();
  year.team.commit('1.1.0');
  expect(year.run(['update', '--to', year.kit.older]).stderr).toBe(
    'This product is at 1.1.0, and 1.0.0 is older: an update goes forward only.',
  );
});
