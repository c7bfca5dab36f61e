import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generate } from './generate.ts';
import { questions } from './questions.ts';
import { SmallCopy } from './testing/small-copy.ts';

let copy: SmallCopy;
let before: Record<string, string>;
let untouched: string;
beforeAll(() => {
  copy = new SmallCopy();
  before = copy.all();
  untouched = copy.fingerprint();
});
afterAll(() => copy.remove());

const LIMIT = '10 per 1 m';
/** What is generated here has names that no team takes: this runs in products, too. */
const appsOf = (of: SmallCopy) =>
  of.json('packages/db/src/apps.json') as Record<string, { port: number }>;

const refusals: [string, string, string[], string][] = [
  ['an app without a name', 'app', [], 'Usage: pnpm gen app <name>'],
  ['an app that is there', 'app', ['web'], '"web" is taken'],
  ['an app whose name no variable can carry', 'app', ['my-app'], 'write it like "support"'],
  ['an app outside of its folder', 'app', ['../x'], 'cannot be the name of an app'],
  ['a package that is there', 'package', ['actions'], 'packages/actions is there already'],
  ['a package with a tag of another', 'package', ['tooling'], 'turbo.json has a tag "tooling"'],
  ['too many answers', 'package', ['a', 'b'], 'Usage: pnpm gen package <name>'],
  ['a subject in capitals', 'action', ['Posts', 'archive', 'web', 'anyone', LIMIT], '"Posts"'],
  ['the engine as a subject', 'action', ['lib', 'run', 'web', 'anyone', LIMIT], '"lib" is taken'],
  ['a verb of two words', 'action', ['account', 'to archive', 'web', 'anyone', LIMIT], 'the verb'],
  [
    'an action that is there',
    'action',
    ['account', 'signUp', 'web', 'anyone', LIMIT],
    'account.signUp',
  ],
  [
    'an app that is not there',
    'action',
    ['account', 'archive', 'wbe', 'anyone', LIMIT],
    'no app "wbe"',
  ],
  ['no access', 'action', ['account', 'archive', 'web', 'everybody', LIMIT], 'is no access'],
  [
    'an unknown role',
    'action',
    ['account', 'archive', 'web', 'member:king', LIMIT],
    'is no access',
  ],
  [
    'staff in web',
    'action',
    ['account', 'archive', 'web', 'staff', LIMIT],
    'does not expose "staff"',
  ],
  ['no limit', 'action', ['account', 'archive', 'web', 'anyone', 'often'], 'is no limit'],
  ['an action without answers', 'action', ['account'], 'Usage: pnpm gen action'],
  ['another thing', 'component', ['x'], 'There is no generator "component"'],
];

test.each(refusals)(
  '%s is refused in one sentence, and nothing changes',
  (_what, name, answers, sentence) => {
    expect(() => generate(copy.root, name, answers)).toThrow(sentence);
    expect(copy.fingerprint()).toBe(untouched);
  },
);

test('where a place to write is gone, the file is named, and nothing changes', () => {
  const other = new SmallCopy();
  const [last = ''] = Object.keys(appsOf(other)).slice(-1);
  const gone = other.read('.env.example').replace(`\n${last.toUpperCase()}_URL=\n`, '\n');
  execFileSync('tee', ['.env.example'], {
    cwd: other.root,
    input: gone,
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  const all = other.fingerprint();
  expect(() => generate(other.root, 'app', ['newapp'])).toThrow(
    /^\.env\.example: .* Nothing was changed\.$/,
  );
  expect(other.fingerprint()).toBe(all);
  other.remove();
});

test('turbo gen asks the same questions, and offers nothing else', async () => {
  const config = new URL('../../../turbo/generators/config.ts', import.meta.url).href;
  const { default: register } = (await import(config)) as {
    default: (plop: Record<'getDestBasePath' | 'setGenerator', unknown>) => void;
  };
  const asked: Record<string, string[]> = {};
  register({
    getDestBasePath: () => copy.root,
    setGenerator: (name: string, { prompts }: { prompts: { name: string }[] }) => {
      asked[name] = prompts.map((prompt) => prompt.name);
    },
  });
  const names = ([name, { questions: all }]: (typeof entries)[number]) => [
    name,
    all.map((it) => it.name),
  ];
  const entries = Object.entries(questions);
  expect(asked).toEqual(Object.fromEntries(entries.map(names)));
});

describe('generated one after the other', () => {
  beforeAll(() => {
    generate(copy.root, 'app', ['newapp']);
    generate(copy.root, 'app', ['newerapp']);
    generate(copy.root, 'package', ['new-package']);
    generate(copy.root, 'action', ['newthings', 'create', 'web', 'member:author', LIMIT]);
    generate(copy.root, 'action', ['account', 'tryOut', 'web', 'authenticated', '5 per 1 h']);
    generate(copy.root, 'action', ['moderation', 'tryOut', 'admin', 'staff', LIMIT]);
    generate(copy.root, 'action', ['newtalk', 'send', 'newapp', 'anyone', LIMIT]);
  });

  test('each app gets the next free port, and its place in every list', () => {
    const { newapp, newerapp, ...known } = appsOf(copy);
    const last = Math.max(...Object.values(known).map(({ port }) => port));
    expect([newapp?.port, newerapp?.port]).toEqual([last + 1, last + 2]);
    const variables = copy.read('.env.example');
    expect(variables).toMatch(/^NEWAPP_PORT=\n# Port of newerapp/m);
    expect(variables.match(/(?:NEWAPP|NEWERAPP)_(?:PORT|URL)=$/gm)).toHaveLength(6);
    expect(copy.read('.changeset/config.json')).toMatch(/"fixed": \[\[.*"newapp", "newerapp"\]\]/);
    expect(copy.json('package.json')).toMatchObject({
      scripts: { 'dev:newerapp': 'node tooling/services/src/cli/dev.ts newerapp' },
    });
    expect(copy.read('apps/admin/src/features/perimeter/locks.ts')).toMatch(
      /AppLock\[\] = \[web, admin, (?:\w+, )*newapp, newerapp\];/,
    );
  });

  test('the lock of an app holds what its pages use, as web has it', () => {
    const actionsOf = (app: string) =>
      (copy.json(`packages/actions/locks/${app}.json`) as { actions: { id: string }[] }).actions;
    const own = actionsOf('newapp');
    expect(own.map(({ id }) => id)).toEqual([
      'account.signIn',
      'account.signOut',
      'preferences.setTheme',
    ]);
    expect(actionsOf('web')).toEqual(expect.arrayContaining(own));
  });

  test('a subject that is there gets the action added to its files', () => {
    const known = before['packages/actions/src/account/actions.ts']?.split('export const')[1] ?? '';
    const text = copy.read('packages/actions/src/account/actions.ts');
    expect(text).toMatch(
      /^'use server';\n\nimport \{[^}]*\bauthenticated\b[^}]*\} from '@repo\/auth\/access';\n/,
    );
    expect(text).toContain(known);
    expect(text).toContain(
      "id: 'account.tryOut',\n  access: authenticated,\n  rateLimit: { max: 5, window: '1 h' },\n  input:",
    );
  });

  test('the lists that a reviewer reads name each new door, once', () => {
    const pinned = copy.read('packages/actions/src/define-action.test.ts');
    const { exports } = copy.json('packages/actions/package.json') as { exports: object };
    const [, list = ''] = pinned.split('toMatchInlineSnapshot(`\n    [\n');
    const doors = [...(list.split(']')[0] ?? '').matchAll(/"(.+)"/g)].map(([, door]) => door);
    expect(doors).toEqual(Object.keys(exports));
    const ids = [...pinned.matchAll(/^ {6}"([\w.]+)": "/gm)].map(([, id = '']) => id);
    expect(ids).toEqual(ids.toSorted());
    expect(ids).toEqual(
      expect.arrayContaining([
        'newtalk.send',
        'moderation.tryOut',
        'account.tryOut',
        'newthings.create',
      ]),
    );
  });

  test('what was there and is not about it stays, byte by byte', () => {
    const changed = Object.keys(before).filter((path) => copy.read(path) !== before[path]);
    expect(changed.toSorted()).toEqual([
      '.changeset/config.json',
      '.env.example',
      'apps/admin/src/features/perimeter/locks.ts',
      'package.json',
      'packages/actions/package.json',
      'packages/actions/src/account/actions.ts',
      'packages/actions/src/account/schema.ts',
      'packages/actions/src/define-action.test.ts',
      'packages/actions/src/moderation/actions.ts',
      'packages/actions/src/moderation/schema.ts',
      'packages/db/src/apps.json',
      'turbo.json',
    ]);
    const linesOf = (text = '') => text.split('\n').map((line) => line.replace(/,$/, '').trim());
    for (const path of [
      'turbo.json',
      'package.json',
      'packages/db/src/apps.json',
      '.env.example',
    ]) {
      const now = linesOf(copy.read(path));
      expect([path, linesOf(before[path]).filter((line) => !now.includes(line))]).toEqual([
        path,
        [],
      ]);
    }
  });

  test('everything is laid out as the formatter does, and no place of a template is left', () => {
    execFileSync('node_modules/.bin/oxfmt', ['--check', '.'], { cwd: copy.root });
    const made = Object.entries(copy.all()).filter(([path]) => !(path in before));
    expect(made.length).toBeGreaterThan(70);
    expect(made.filter(([path, text]) => /\{\{\w+\}\}/.test(path + text))).toEqual([]);
  });

  test('a second time is refused, and changes nothing', () => {
    const all = copy.fingerprint();
    expect(() => generate(copy.root, 'app', ['newapp'])).toThrow('is taken');
    expect(() => generate(copy.root, 'package', ['new-package'])).toThrow('is there already');
    const again = ['newthings', 'create', 'web', 'member:author', LIMIT];
    expect(() => generate(copy.root, 'action', again)).toThrow('newthings.create');
    expect(copy.fingerprint()).toBe(all);
  });
});
