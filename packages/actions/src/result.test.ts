import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { MESSAGES } from './lib/messages.ts';
import { idle } from './result.ts';

const page = readFileSync(new URL('../../../docs/errors.md', import.meta.url), 'utf8');
const sections = Array.from(page.matchAll(/^## ([A-Z_]+)$/gm), ([, code]) => code);

test('every code that an action or a form can show has its section in docs/errors.md', () => {
  expect(new Set(sections)).toEqual(
    new Set([...Object.keys(MESSAGES), 'STALE_PAGE', 'OFFLINE', 'TOO_LARGE']),
  );
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
