import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { MESSAGES } from './lib/messages.ts';
import type { LocalCode } from './lib/react/use-action-form.ts';
import { idle } from './result.ts';

const page = readFileSync(new URL('../../../docs/errors.md', import.meta.url), 'utf8');
const sections = Array.from(page.matchAll(/^## ([A-Z_]+)$/gm), ([, code = '']) => code);

/** `tsc` asks for each code that arises in the browser. */
const local: Record<LocalCode, true> = { STALE_PAGE: true, OFFLINE: true, TOO_LARGE: true };

/** The codes of their own that actions have, by the committed locks. */
const own = readdirSync(new URL('../locks', import.meta.url)).flatMap((file) => {
  const lock = readFileSync(new URL(`../locks/${file}`, import.meta.url), 'utf8');
  const { actions } = JSON.parse(lock) as { actions: { errors: string[] }[] };
  return actions.flatMap(({ errors }) => errors);
});

test('every code that any action or form can show has its section in docs/errors.md', () => {
  const ofAll = [...Object.keys(MESSAGES), ...Object.keys(local)];
  expect(sections.filter((code) => !own.includes(code)).toSorted()).toEqual(ofAll.toSorted());
});

test('every section says what it means to the user and to the operator', () => {
  for (const section of page.split(/^## (?=[A-Z_]+$)/m).slice(1)) {
    expect(section).toMatch(/\*\*For the user:\*\*/);
    expect(section).toMatch(/\*\*For the operator:\*\*/);
  }
});

test('every code has a sentence for people', () => {
  for (const sentence of Object.values(MESSAGES)) expect(sentence).toMatch(/^[A-Z].+\.$/);
});

test('idle is what a form shows before it was sent', () => {
  expect(idle).toEqual({ ok: false, errors: {} });
});
