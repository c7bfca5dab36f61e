import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { isKey, keyProblem } from './encryption-key.ts';

const key = (bytes: number) => randomBytes(bytes).toString('base64');

test('a key is 16, 24 or 32 bytes as base64', () => {
  expect([16, 24, 32].map((bytes) => isKey(key(bytes)))).toEqual([true, true, true]);
  expect([15, 31, 33].map((bytes) => isKey(key(bytes)))).toEqual([false, false, false]);
  expect(['', 'x'.repeat(31), `${key(32)}\n`, '*'.repeat(44)].map(isKey)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

test.each([
  ['production, and no key', key(32), '', 'NO_KEY', 'is not set'],
  [
    'production, and a key of another length',
    key(32),
    'short',
    'BAD_KEY',
    'is not 16, 24 or 32 bytes',
  ],
  [
    'production, and the key of another build',
    key(32),
    key(32),
    'BAD_KEY',
    'made with another key',
  ],
  ['a build with a bad key, anywhere', 'short', null, 'BAD_KEY', 'The build was made with a key'],
])('%s is a problem, told without the key', (_what, built, given, code, sentence) => {
  const problem = keyProblem(built, given);
  expect(problem).toMatchObject({ code, happened: expect.stringContaining(sentence) });
  const shown = [built, given].filter((secret) => secret && problem?.happened.includes(secret));
  expect(shown).toEqual([]);
});

test('a good build is no problem, in production with its own key', () => {
  const built = key(32);
  expect([keyProblem(built, null), keyProblem(built, built)]).toEqual([null, null]);
});
