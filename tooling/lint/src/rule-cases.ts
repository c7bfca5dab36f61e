import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { oxlint } from './oxlint.ts';

/** A file that a rule judges. */
export interface Case {
  file: string;
  code: string;
}

/** Defines the tests of one rule of the plugin: oxlint itself judges every case. */
export function ruleCases(rule: string, cases: { valid: Case[]; invalid: Case[] }): void {
  for (const [kind, list] of Object.entries(cases)) {
    test(`${rule} finds ${kind === 'invalid' ? 'what is' : 'nothing in what is'} ${kind}`, async () => {
      const files = Object.fromEntries(list.map((it, n) => [`case-${n}/${it.file}`, it.code]));
      const problems = await oxlint(configOf(rule), files);
      const judged = list.map(({ code }, n) => ({
        code,
        found: problems.filter(({ file }) => file.startsWith(`case-${n}/`)).map((it) => it.code),
      }));
      const expected = kind === 'invalid' ? [`perimeter(${rule})`] : [];
      expect(judged).toEqual(list.map(({ code }) => ({ code, found: expected })));
    });
  }
}

function configOf(rule: string): object {
  return {
    plugins: [],
    jsPlugins: [fileURLToPath(new URL('./plugin.mjs', import.meta.url))],
    categories: { correctness: 'off' },
    rules: { [`perimeter/${rule}`]: 'error' },
  };
}
