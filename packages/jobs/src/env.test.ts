import { expect, test } from 'vitest';
import { jobsEnv } from './env.ts';

test('five jobs run at the same time, unless it says otherwise; blank means unset', () => {
  expect(jobsEnv({}).JOBS_CONCURRENCY).toBe(5);
  expect(jobsEnv({ JOBS_CONCURRENCY: ' ' }).JOBS_CONCURRENCY).toBe(5);
  expect(jobsEnv({ JOBS_CONCURRENCY: '12' }).JOBS_CONCURRENCY).toBe(12);
});

test.each(['0', '101', '1.5', 'many'])('JOBS_CONCURRENCY=%s is refused by its name', (value) => {
  expect(() => jobsEnv({ JOBS_CONCURRENCY: value })).toThrow(
    'JOBS_CONCURRENCY must be a whole number from 1 to 100, for example 5',
  );
});
