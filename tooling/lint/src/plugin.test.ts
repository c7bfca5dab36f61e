import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import plugin from './plugin.mjs';

const names = Object.keys(plugin.rules);
const root = new URL('../../../', import.meta.url);
const read = (path: string) => readFile(new URL(path, root), 'utf8');

test('every rule is switched on for the whole repository', async () => {
  const { rules } = JSON.parse(await read('.oxlintrc.json')) as { rules: Record<string, unknown> };
  for (const name of names) expect(rules[`perimeter/${name}`]).toBe('error');
});

test('every rule is in the preset that others extend', async () => {
  const { rules } = JSON.parse(await read('tooling/lint/preset.json')) as { rules: object };
  expect(Object.keys(rules).toSorted()).toEqual(
    names.map((name) => `perimeter/${name}`).toSorted(),
  );
});

test('every rule has its row in the README, and no other has', async () => {
  const [, table = ''] = (await read('tooling/lint/README.md')).split('## The rules of the plugin');
  const rows = table.split('\n## ')[0]?.matchAll(/^\| \[`([\w-]+)`\]\(/gm) ?? [];
  expect(Array.from(rows, ([, name = '']) => name).toSorted()).toEqual(names.toSorted());
});

test('every rule has its section in docs/rules.md: why, and what to write instead', async () => {
  const [, ...sections] = (await read('docs/rules.md')).split('\n## ');
  const titles = sections.map((section) => section.split('\n')[0] ?? '');
  expect(titles.toSorted()).toEqual(names.toSorted());
  for (const section of sections) expect(section).toMatch(/\*\*Why\.\*\*[^]*\*\*Write\*\*/);
});
