import { expect, test } from 'vitest';
import { busiest, figuresOf } from './figures.ts';

const row = { app: 'web', action: 'posts.create', outcome: 'done', day: 1, week: 2 } as const;
const counted = [
  row,
  { ...row, outcome: 'VALIDATION', day: 0, week: 5 },
  { ...row, outcome: 'FORBIDDEN', day: 1, week: 1 },
  { ...row, action: 'posts.edit', week: 9 },
  { ...row, app: 'admin' as const, week: 100 },
];

test('figures are of one action in one app, refusals by code', () => {
  expect(figuresOf(counted, { app: 'web', action: 'posts.create' })).toEqual({
    done: { day: 1, week: 2 },
    refused: { day: 1, week: 6 },
    codes: [counted[1], counted[2]],
  });
});

test('an app’s figures are those of all its actions; one that was never called has zeros', () => {
  expect(figuresOf(counted, { app: 'web' }).done).toEqual({ day: 2, week: 11 });
  expect(figuresOf(counted, { app: 'web', action: 'posts.delete' })).toEqual({
    done: { day: 0, week: 0 },
    refused: { day: 0, week: 0 },
    codes: [],
  });
});

test('the busiest action is the one with the most calls, done and refused', () => {
  const of = (action: string) => figuresOf(counted, { app: 'web', action });
  expect(busiest([of('posts.create'), of('posts.edit')])).toBe(9);
  expect(busiest([])).toBe(0);
});
