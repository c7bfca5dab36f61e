import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('these are the doors of the package; a new one is a decision', () => {
  const { exports } = JSON.parse(
    readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
  ) as { exports: Record<string, string> };
  expect(Object.keys(exports)).toEqual([
    './define-job',
    './enqueue',
    './enqueue-mail',
    './dead-jobs',
    './env',
    './worker',
    './all-jobs',
  ]);
});
