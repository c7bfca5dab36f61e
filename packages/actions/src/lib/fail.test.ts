import { expect, test } from 'vitest';
import { failOf } from './fail.ts';
import { MESSAGES } from './messages.ts';
import { Refusal } from './refusal.ts';

const fail = failOf({
  TAKEN: { field: 'slug', message: 'Taken.' },
  CLOSED: { message: 'Closed.' },
  CONFLICT: { field: 'title', message: 'In use.' },
});

/** What a handler answers that fails so. */
function answerOf(code: string) {
  try {
    return fail[code]?.();
  } catch (error) {
    return (error as Refusal).failure;
  }
}

test.each([
  ['TAKEN', { slug: ['Taken.'] }],
  ['CLOSED', { _form: ['Closed.'] }],
  ['NOT_FOUND', { _form: [MESSAGES.NOT_FOUND] }],
  ['CONFLICT', { title: ['In use.'] }],
])('fail.%s() stands where it is declared: %j', (code, errors) => {
  expect(answerOf(code)).toEqual({ ok: false, code, errors });
});

test('it throws, so what was written is rolled back', () => {
  expect(() => fail.TAKEN?.()).toThrow(Refusal);
});

test('it is made once for all calls of an action', () => {
  const errors = { X: { message: 'X.' } };
  expect(failOf(errors)).toBe(failOf(errors));
});
