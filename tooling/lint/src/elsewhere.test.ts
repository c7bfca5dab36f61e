import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { installElsewhere, runElsewhere } from './elsewhere.ts';

const guarded = `'use server';
import { defineAction, anyone } from '@acme/actions/define-action';
export const sendNote = defineAction({
  id: 'notes.send',
  access: anyone,
  rateLimit: { max: 3, window: '1 m' },
  handler: async () => null,
});
`;
const files = {
  '.oxlintrc.json': '{ "extends": ["./node_modules/@repo/lint/preset.json"] }',
  'src/notes/actions.ts': guarded,
  'src/raw/actions.ts': `'use server';\nexport async function save(): Promise<void> {}\n`,
  'tsconfig.json': '{ "extends": "@repo/typescript/base.json", "include": ["types"] }',
  'types/platform.ts': `import { cwd } from 'node:process';\nexport const folder: string = cwd();\n`,
  'types/first.ts': 'export const first: string = ([] as string[])[0];\n',
  'types/role.ts': 'export enum Role {}\n',
  'vitest.config.ts': `import { preset } from '@repo/testing/vitest';
export default preset({ database: true });
`,
  'src/all.test.ts': `import postgres from 'postgres';
import { expect, test } from 'vitest';

test('a database is there', async () => {
  const sql = postgres(process.env.PERIMETER_TEST_DATABASE_URL ?? '', { max: 1 });
  expect(await sql\`show server_version_num\`).toMatchObject([{ server_version_num: /^18/ }]);
  await sql.end();
});

test('loud', () => console.error('unexpected'));
`.replace('/^18/', "expect.stringMatching('^18')"),
};

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'elsewhere-'));
  await installElsewhere(folder, files);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('packed and installed in another repository, the rules refuse an action without guards', async () => {
  const { ok, output } = await runElsewhere(folder, 'oxlint', ['--format', 'unix', 'src']);
  expect(ok).toBe(false);
  const refused = [...output.matchAll(/^(\S+?):\d+.*perimeter\(([\w-]+)\)/gm)];
  expect(refused.map(([, path, rule]) => [path, rule])).toEqual([
    ['src/raw/actions.ts', 'exports-are-actions'],
  ]);
});

test('the TypeScript base holds there what it holds here', async () => {
  const { output } = await runElsewhere(folder, 'tsc', []);
  const errors = [...output.matchAll(/^(\S+?)\(.*error (TS\d+)/gm)];
  expect(errors.map(([, path, code]) => [path, code])).toEqual([
    ['types/first.ts', 'TS2322'],
    ['types/role.ts', 'TS1294'],
  ]);
});

test('the test preset brings a Postgres there, and fails a test that writes an error', async () => {
  const { output } = await runElsewhere(folder, 'vitest', ['run', '--reporter', 'tap-flat']);
  const outcomes = [...output.matchAll(/^((?:not )?ok) \d+ - .* > ([\w ]+?) #/gm)];
  expect(outcomes.map(([, outcome, title]) => [outcome, title])).toEqual([
    ['ok', 'a database is there'],
    ['not ok', 'loud'],
  ]);
}, 60_000);
