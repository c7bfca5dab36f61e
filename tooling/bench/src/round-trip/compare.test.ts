import { expect, test } from 'vitest';
import { compare } from './compare.ts';

test('the ratio is the median of those of the turns, so that one disturbed turn does not move it', () => {
  expect(compare([100, 100, 100, 10, 100], [100, 100, 100, 100, 100])).toEqual({
    ratio: 1,
    margin: 0,
  });
  expect(compare([90, 180, 45], [100, 200, 50]).ratio).toBeCloseTo(0.9);
});

test('the margin shrinks with more turns and grows with their spread', () => {
  const noisy = (turns: number, by: number) =>
    compare(
      Array.from({ length: turns }, (_, i) => 100 + by * ((i % 5) - 2)),
      Array.from({ length: turns }, () => 100),
    ).margin;
  expect(noisy(20, 5)).toBeLessThan(noisy(5, 5));
  expect(noisy(20, 10)).toBeGreaterThan(noisy(20, 5));
});
