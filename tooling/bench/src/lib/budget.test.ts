import { expect, test } from 'vitest';
import { budget, fails } from './budget.ts';

test.each([
  [0.5, 0.5, undefined, false],
  [0.51, 0.5, undefined, true],
  [0.7, 0.5, 0.8, false],
  [0.81, 0.5, 0.8, true],
  [Number.NaN, 0.5, 0.8, true],
])('%d with a budget of %d, accepted up to %s: fails %s', (found, atMost, accepted, expected) => {
  expect(fails(budget('x', found, atMost, accepted))).toBe(expected);
});

test('a miss that is accepted is still a miss', () => {
  expect(budget('x', 0.7, 0.5, 0.8).met).toBe(false);
});
