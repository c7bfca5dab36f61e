import { expect, test } from 'vitest';
import { duplicateIds } from './duplicate-ids.ts';
import type { LockedAction } from './lock.ts';

const action = (id: string, file: string) => ({ id, file, export: 'run' }) as LockedAction;

test('two actions with one id are told, in one app or in two', () => {
  const web = { app: 'web', actions: [action('a.run', 'a.ts'), action('a.run', 'b.ts')] };
  const admin = { app: 'admin', actions: [action('a.run', 'c.ts')] };
  expect(duplicateIds([web, admin]).map(({ app, happened }) => [app, happened])).toEqual([
    ['web', 'a.ts run and b.ts run have the same id, a.run.'],
    ['admin', 'a.ts run and c.ts run have the same id, a.run.'],
  ]);
});

test('one action in two apps is one action', () => {
  const actions = [action('a.run', 'a.ts')];
  expect(
    duplicateIds([
      { app: 'web', actions },
      { app: 'admin', actions },
    ]),
  ).toEqual([]);
});
