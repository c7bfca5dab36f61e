import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import plugin from './plugin.mjs';

const names = Object.keys(plugin.rules);

test('every rule is one file with its own test', async () => {
  const files = await readdir(new URL('./rules', import.meta.url));
  const wanted = names.flatMap((name) => [`${name}.mjs`, `${name}.test.ts`]);
  expect(files.toSorted()).toEqual(wanted.toSorted());
});

test('every rule is switched on for the whole repository', async () => {
  const text = await readFile(new URL('../../../.oxlintrc.json', import.meta.url), 'utf8');
  const { rules } = JSON.parse(text) as { rules: Record<string, unknown> };
  for (const name of names) expect(rules[`perimeter/${name}`]).toBe('error');
});
