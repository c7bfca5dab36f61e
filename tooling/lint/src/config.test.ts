import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { oxlint, type Problem } from './oxlint.ts';
import plugin from './plugin.mjs';

const root = new URL('../../../', import.meta.url);
const lines = (count: number) => 'export {};\n'.repeat(count);
const fetched = 'async function load(): Promise<void> {}\n';
const declare = (name: string, properties: string) =>
  `'use server';\nimport { defineAction, path, tag } from '@repo/actions/define-action';\n` +
  `export const ${name} = defineAction({ ${properties} });`;
const actionsOf = (subject: string) => `packages/actions/src/${subject}/actions.ts`;

const refused: [rule: string, file: string, code: string][] = [
  ['typescript(no-explicit-any)', 'packages/db/src/any.ts', 'export const a: any = 1;'],
  ['eslint(no-console)', 'packages/db/src/log.ts', `console.log('x');`],
  ['eslint(max-lines)', 'packages/db/src/long.ts', lines(201)],
  ['eslint(max-lines)', 'packages/db/src/long.test.ts', lines(301)],
  ['import(no-default-export)', 'packages/db/src/default.ts', 'export default 1;'],
  ['import(no-default-export)', 'apps/web/src/posts/page.tsx', 'export default () => null;'],
  ['import(extensions)', 'packages/db/src/import.ts', `export * from './url';`],
  ['unicorn(filename-case)', 'packages/db/src/camelCase.ts', 'export const a = 1;'],
  ['eslint(no-restricted-imports)', 'apps/admin/src/web.ts', `import 'web/src/a.ts';`],
  ['eslint(no-restricted-imports)', 'packages/ui/src/web.ts', `import '../../../apps/web/a.ts';`],
  ['typescript(no-floating-promises)', 'packages/db/src/floating.ts', `${fetched}load();`],
  ['vitest(no-focused-tests)', 'packages/db/src/only.test.ts', `it.only('x', () => {});`],
  ['react-hooks(rules-of-hooks)', 'apps/web/src/hook.tsx', `if (Date.now()) { useState(); }`],
  ['jsx-a11y(alt-text)', 'packages/ui/src/image.tsx', `export const a = <img src="/a.png" />;`],
];

/** One file for each rule of the plugin, that only the repository's own configuration makes it see. */
const refusedByPlugin: [rule: keyof typeof plugin.rules, file: string, code: string][] = [
  [
    'actions-are-never-inline',
    'apps/web/src/app/inline.tsx',
    `export const save = async () => { 'use server'; };`,
  ],
  [
    'actions-have-no-barrel',
    'packages/actions/src/index.ts',
    `export * from '@repo/actions/posts/actions';`,
  ],
  ['actions-live-in-actions-files', 'apps/web/src/save.ts', `'use server';\nexport {};`],
  [
    'actions-run-on-events',
    'apps/admin/src/app/posts/page.tsx',
    `import { like } from '@repo/actions/posts/actions';\nexport default async () => { await like({}); };`,
  ],
  ['apps-hold-no-database', 'apps/web/src/read.ts', `import '@repo/db/client';`],
  ['apps-hold-no-database', 'apps/admin/src/sql.ts', `import 'drizzle-orm';`],
  ['apps-hold-no-database', 'apps/web/src/write.ts', `import '@repo/db/writes/posts';`],
  ['apps-hold-no-database', 'apps/web/src/later.ts', `export const a = import('@repo/db/client');`],
  [
    'components-call-actions',
    'apps/web/src/like.tsx',
    `export const like = () => fetch('/api/like', { method: 'POST' });`,
  ],
  ['creates-are-idempotent', actionsOf('a'), declare('createA', `id: 'a.create'`)],
  ['engine-imports-no-subject', 'packages/actions/src/lib/b.ts', `import '../posts/schema.ts';`],
  ['environment-in-env-files', 'packages/db/src/url.ts', 'export const a = process.env.URL;'],
  ['environment-in-env-files', 'apps/web/src/instrumentation.ts', 'export const a = process.env;'],
  ['exports-are-actions', actionsOf('c'), `'use server';\nexport async function save() {}`],
  ['features-never-meet', 'apps/web/src/features/a/b.ts', `import '../c/d.ts';`],
  ['file-names-say-what', 'packages/db/src/utils.ts', 'export const a = 1;'],
  ['guards-are-written-out', actionsOf('d'), declare('saveD', 'access: anyone')],
  [
    'invalidated-once',
    actionsOf('e'),
    declare('saveE', `invalidates: () => [tag('a'), path('/a')]`),
  ],
  ['properties-in-order', actionsOf('f'), declare('saveF', `access: anyone, id: 'f.save'`)],
  ['response-comes-after-commit', actionsOf('g'), `'use server';\nimport 'next/headers';`],
  [
    'routes-run-actions',
    'apps/web/src/app/api/like/route.ts',
    `import { runInRoute } from '@repo/actions/route';\nexport const GET = () => runInRoute();`,
  ],
  ['subjects-stay-apart', actionsOf('h'), `import '../posts/actions.ts';`],
  ['testing-stays-out', 'packages/db/src/fuzz.ts', `import 'fast-check';`],
  [
    'webhooks-are-declared',
    'apps/web/src/app/api/webhooks/a/route.ts',
    `export const POST = () => null;`,
  ],
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
  ['so does a configuration file', 'packages/db/x.config.ts', 'export default process.env.X;'],
  ['so does a command', 'packages/db/src/cli/x.ts', 'export const x = process.env.X;'],
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
  const files = [...refused, ...refusedByPlugin, ...accepted].map(([, file, code]) => [file, code]);
  problems = await oxlint(config, Object.fromEntries(files) as Record<string, string>);
});

test.each(refused)('%s is reported in %s', (rule, file) => {
  expect(found(file)).toContain(rule);
});

test.each(refusedByPlugin)('perimeter(%s) is reported in %s', (rule, file) => {
  expect(found(file)).toContain(`perimeter(${rule})`);
});

test('every rule of the plugin is on', () => {
  const seen = new Set(refusedByPlugin.map(([rule]) => rule));
  expect([...seen].toSorted()).toEqual(Object.keys(plugin.rules).toSorted());
});

test.each(accepted)('%s', (_what, file) => {
  expect(found(file)).toEqual([]);
});
