import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { oxlint, type Problem } from './oxlint.ts';

/** A file that a rule judges. */
export interface Case {
  file: string;
  code: string;
}

export interface InvalidCase extends Case {
  /** A part of the message: what to write instead. */
  says?: string;
}

/** Defines the tests of one rule of the plugin: oxlint itself judges every case, all in one run. */
export function ruleCases(rule: string, cases: { valid: Case[]; invalid: InvalidCase[] }): void {
  const all: InvalidCase[] = [...cases.valid, ...cases.invalid];
  const folder = (it: Case) => `case-${all.indexOf(it)}/`;
  let problems: Problem[] = [];
  const problemsOf = (it: Case) => problems.filter(({ file }) => file.startsWith(folder(it)));
  beforeAll(async () => {
    const files = all.map((it) => [folder(it) + it.file, it.code]);
    problems = await oxlint(configOf(rule), Object.fromEntries(files) as Record<string, string>);
  });

  test.each([
    ['nothing in what is valid', cases.valid, []],
    ['what is invalid', cases.invalid, [`perimeter(${rule})`]],
  ])(`${rule} finds %s`, (_what, list, wanted) => {
    const judged = list.map((it) => ({ ...it, found: problemsOf(it).map(({ code }) => code) }));
    expect(judged).toEqual(list.map((it) => ({ ...it, found: wanted })));
  });

  test(`${rule} says what to write instead`, () => {
    const said = cases.invalid.filter(({ says }) => says);
    expect(said).not.toEqual([]);
    for (const it of said) expect(problemsOf(it)[0]?.message).toContain(it.says);
  });
}

function configOf(rule: string): object {
  return {
    plugins: [],
    jsPlugins: [fileURLToPath(new URL('./plugin.mjs', import.meta.url))],
    categories: { correctness: 'off' },
    rules: { [`perimeter/${rule}`]: 'error' },
  };
}
