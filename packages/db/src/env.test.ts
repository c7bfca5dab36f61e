import { expect, test } from 'vitest';
import { databaseEnv } from './env.ts';

const DATABASE_URL = 'postgresql://app:very-secret@db.example.test:5432/app';

test('an address is enough, and blank means unset', () => {
  const standard = {
    DATABASE_URL,
    DATABASE_POOL_MAX: 10,
    DATABASE_CONNECT_TIMEOUT_SECONDS: 10,
    DATABASE_STATEMENT_TIMEOUT_MS: 15_000,
    DATABASE_TRANSACTION_POOLER: false,
  };
  expect(databaseEnv({ DATABASE_URL })).toEqual(standard);
  const blank = { DATABASE_POOL_MAX: '', DATABASE_TRANSACTION_POOLER: ' ' };
  expect(databaseEnv({ DATABASE_URL, ...blank })).toEqual(standard);
});

test.each([
  ['true', true],
  ['1', true],
  ['false', false],
  ['0', false],
])('DATABASE_TRANSACTION_POOLER=%s means %s', (text, value) => {
  const env = databaseEnv({ DATABASE_URL, DATABASE_TRANSACTION_POOLER: text });
  expect(env.DATABASE_TRANSACTION_POOLER).toBe(value);
});

test.each([
  ['DATABASE_URL', undefined],
  ['DATABASE_URL', '  '],
  ['DATABASE_URL', 'mysql://app:very-secret@db.example.test/app'],
  ['DATABASE_URL', 'very-secret'],
  ['DATABASE_POOL_MAX', '0'],
  ['DATABASE_POOL_MAX', 'many'],
  ['DATABASE_POOL_MAX', '1.5'],
  ['DATABASE_CONNECT_TIMEOUT_SECONDS', '3600'],
  ['DATABASE_STATEMENT_TIMEOUT_MS', '-1'],
  ['DATABASE_TRANSACTION_POOLER', 'perhaps'],
])('%s = %j is refused by name, with an example and without the value', (name, value) => {
  const read = () => databaseEnv({ DATABASE_URL, [name]: value });
  expect(read).toThrow(new RegExp(`${name} must be .+, for example \\S+.* \\(set it in .env\\)`));
  expect(read).not.toThrow(/very-secret/);
});
