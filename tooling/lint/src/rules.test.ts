import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { oxlint, type Problem } from './oxlint.ts';
import plugin from './plugin.mjs';
import { repository } from './repository-files.ts';
import type { Case, InvalidCase, RuleCases } from './rule-cases.ts';
import { ORDER } from './rules/properties-in-order.mjs';

const names = Object.keys(plugin.rules);
const rules = await Promise.all(
  names.map(async (name) => {
    const { cases } = (await import(`./rules/${name}.cases.ts`)) as { cases: RuleCases };
    return [name, cases] as const;
  }),
);

/** Each case stands in a folder of its own, where its rule is on and no other. */
const folders = new Map<Case, string>();
for (const [name, { valid, invalid }] of rules)
  for (const it of [...valid, ...invalid]) folders.set(it, `${name}/case-${folders.size}/`);
const config = {
  plugins: [],
  jsPlugins: [fileURLToPath(new URL('./plugin.mjs', import.meta.url))],
  categories: { correctness: 'off' },
  overrides: names.map((name) => ({
    files: [`${name}/**`],
    rules: { [`perimeter/${name}`]: 'error' },
  })),
};

let problems: Problem[] = [];
const problemsOf = (it: Case) =>
  problems.filter(({ file }) => file.startsWith(folders.get(it) ?? 'none'));

beforeAll(async () => {
  const files = Array.from(folders, ([it, folder]) => [folder + it.file, it.code]);
  problems = await oxlint(config, Object.fromEntries(files) as Record<string, string>);
});

describe.each(rules)('%s', (name, { valid, invalid }) => {
  test.each<[string, InvalidCase[], string[]]>([
    ['nothing in what is valid', valid, []],
    ['what is invalid', invalid, [`perimeter(${name})`]],
  ])('finds %s', (_what, list, wanted) => {
    const judged = list.map((it) => ({ ...it, found: problemsOf(it).map(({ code }) => code) }));
    expect(judged).not.toEqual([]);
    expect(judged).toEqual(list.map((it) => ({ ...it, found: wanted })));
  });

  test('says what to write instead', () => {
    const said = invalid.filter(({ says }) => says);
    expect(said).not.toEqual([]);
    for (const it of said) expect(problemsOf(it)[0]?.message).toContain(it.says);
  });
});

test('every rule is one file, with its cases beside it', async () => {
  const files = await readdir(new URL('./rules', import.meta.url));
  const wanted = names.flatMap((name) => [`${name}.mjs`, `${name}.cases.ts`]);
  expect(files.toSorted()).toEqual(wanted.toSorted());
});

test('properties are asked for in the order of ActionDefinition', async () => {
  const path = join(repository, 'packages/actions/src/lib/definition.ts');
  const [, declared = ''] = (await readFile(path, 'utf8')).split('interface ActionDefinition<');
  const [body = ''] = declared.split('\n}\n');
  expect(ORDER).toEqual([...body.matchAll(/^  (\w+)\??:/gm)].map(([, name]) => name));
});
