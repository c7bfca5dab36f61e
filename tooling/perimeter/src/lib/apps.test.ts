import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { findApps } from './apps.ts';

const FILES = {
  'apps/shop/next.config.ts': '',
  'apps/shop/package.json': '{}',
  'tools/desk/app/page.tsx': '',
  'tools/desk/package.json': '{ "dependencies": { "next": "*" } }',
  'tools/lint/package.json': '{ "devDependencies": { "next": "*" } }',
};

/** The folders of the apps in a workspace with these lines. */
function appsOf(lines: string): string[] {
  const root = mkdtempSync(join(tmpdir(), 'apps-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const [path, text] of Object.entries({ ...FILES, 'pnpm-workspace.yaml': lines })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return findApps(root).map(({ folder }) => folder);
}

test.each([
  ['one a line', 'packages:\n  - apps/*\n  - tools/*\n'],
  ['a blank line between', 'packages:\n  - apps/*\n\n  - tools/*\n'],
  ['a comment between', 'packages:\n  - apps/*\n  # and\n  - tools/* # these\n'],
  ['no indent, other line ends', 'packages:\r\n- apps/*\r\n- "tools/*"'],
  ['a list in one line', 'packages: [apps/*, tools/*]\n'],
  ['an exception', 'packages:\n  - "!apps/shop"\n  - apps/*\n  - tools/*\n'],
])('each app of the workspace is read, with a configuration of Next or without: %s', (_, lines) => {
  expect(appsOf(lines)).toEqual(['tools/desk', 'apps/shop']);
});
