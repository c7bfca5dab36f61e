import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { oxlint, type Problem } from './oxlint.ts';

const root = new URL('../../../', import.meta.url);
const lines = (count: number) => 'export {};\n'.repeat(count);
const fetched = 'async function load(): Promise<void> {}\n';

const refused: [rule: string, file: string, code: string][] = [
  ['typescript(no-explicit-any)', 'packages/db/src/any.ts', 'export const a: any = 1;'],
  ['eslint(no-console)', 'packages/db/src/log.ts', `console.log('x');`],
  ['eslint(max-lines)', 'packages/db/src/long.ts', lines(201)],
  ['eslint(max-lines)', 'packages/db/src/long.test.ts', lines(301)],
  [
    'node(no-process-env)',
    'packages/db/src/url.ts',
    'export const url = process.env.DATABASE_URL;',
  ],
  ['import(no-default-export)', 'packages/db/src/default.ts', 'export default 1;'],
  ['import(no-default-export)', 'apps/web/src/posts/page.tsx', 'export default () => null;'],
  ['import(extensions)', 'packages/db/src/import.ts', `export * from './url';`],
  ['unicorn(filename-case)', 'packages/db/src/camelCase.ts', 'export const a = 1;'],
  ['eslint(no-restricted-imports)', 'apps/web/src/read.ts', `import '@repo/db/client';`],
  ['eslint(no-restricted-imports)', 'apps/admin/src/sql.ts', `import 'drizzle-orm';`],
  ['eslint(no-restricted-imports)', 'apps/web/src/write.ts', `import '@repo/db/writes/posts';`],
  ['eslint(no-restricted-imports)', 'apps/admin/src/web.ts', `import 'web/src/a.ts';`],
  ['eslint(no-restricted-imports)', 'packages/ui/src/web.ts', `import '../../../apps/web/a.ts';`],
  ['typescript(no-floating-promises)', 'packages/db/src/floating.ts', `${fetched}load();`],
  ['vitest(no-focused-tests)', 'packages/db/src/only.test.ts', `it.only('x', () => {});`],
  ['react-hooks(rules-of-hooks)', 'apps/web/src/hook.tsx', `if (Date.now()) { useState(); }`],
  ['jsx-a11y(alt-text)', 'packages/ui/src/image.tsx', `export const a = <img src="/a.png" />;`],
];

const accepted: [what: string, file: string, code: string][] = [
  [
    'a page has a default export',
    'apps/web/src/app/o/[org]/page.tsx',
    'export default () => null;',
  ],
  ['so does a page without src/', 'apps/web/app/page.tsx', 'export default () => null;'],
  ['so does a configuration', 'packages/db/drizzle.config.ts', 'export default {};'],
  ['env.ts reads the environment', 'packages/db/src/env.ts', 'export const e = process.env;'],
  ['a command writes to the console', 'packages/db/src/cli/seed.ts', `console.log('x');`],
  ['an app reads through queries', 'apps/web/src/ok.ts', `export * from '@repo/db/queries/posts';`],
  ['a browser test may look', 'apps/web/e2e/posts.spec.ts', `import 'postgres';`],
  ['NODE_ENV is read anywhere', 'packages/db/src/n.ts', 'export const n = process.env.NODE_ENV;'],
  ['a package has the client', 'packages/auth/src/db.ts', `export * from '@repo/db/client';`],
  ['200 lines', 'packages/db/src/two-hundred.ts', lines(200)],
  ['300 lines of tests', 'packages/db/src/three-hundred.test.ts', lines(300)],
];

let problems: Problem[] = [];
const found = (file: string) => problems.filter((it) => it.file === file).map((it) => it.code);

beforeAll(async () => {
  const text = await readFile(new URL('.oxlintrc.json', root), 'utf8');
  const config = {
    ...(JSON.parse(text) as object),
    jsPlugins: [fileURLToPath(new URL('tooling/lint/src/plugin.mjs', root))],
  };
  const files = [...refused, ...accepted].map(([, file, code]) => [file, code]);
  problems = await oxlint(config, Object.fromEntries(files) as Record<string, string>);
});

test.each(refused)('%s is reported in %s', (rule, file) => {
  expect(found(file)).toContain(rule);
});

test.each(accepted)('%s', (_what, file) => {
  expect(found(file)).toEqual([]);
});
