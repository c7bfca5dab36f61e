import { expect, test } from 'vitest';
import { database } from '@repo/db/client';
import { rateLimits } from '@repo/db/schema';
import { useTestDatabase } from '@repo/db/testing';
import { sql } from 'drizzle-orm';
import { createLimiter } from './create-limiter.ts';
import type { RateLimit } from './limiter.ts';
import { postgresAlgorithm } from './postgres.ts';

await useTestDatabase();

const perWeek = (max: number): RateLimit => ({ max, window: '7 d' });

test('rows that nobody needs are removed while calls go on; others stay', async () => {
  const limiter = createLimiter(postgresAlgorithm(database), 'a secret of thirty-two characters');
  for (let call = 0; call < 3; call += 1) await limiter.limit('a.b', 'user:old', perWeek(10));
  await database().execute(sql`update rate_limits set expires_at = now() - interval '1 s'`);
  await limiter.limit('a.b', 'user:kept', perWeek(10));
  await Promise.all(
    Array.from({ length: 500 }, () => limiter.limit('a.b', 'user:many', perWeek(1000))),
  );
  const left = await database().select().from(rateLimits);
  expect(left.every(({ expiresAt }) => expiresAt > new Date())).toBe(true);
  expect(left.length).toBeGreaterThanOrEqual(2);
});
