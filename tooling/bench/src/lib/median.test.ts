import { expect, test } from 'vitest';
import { median } from './median.ts';

test.each([
  [[5], 5],
  [[9, 1, 5], 5],
  [[10, 9, 2, 1], 5.5],
])('the median of %j is %d', (numbers, middle) => {
  expect(median(numbers)).toBe(middle);
});

test('of nothing there is none', () => {
  expect(median([])).toBeNaN();
});
