import { expect, test, vi } from 'vitest';
import { createLimiter } from './create-limiter.ts';
import type { RateLimit } from './limiter.ts';
import { memoryAlgorithm } from './memory.ts';

const SECRET = 'a secret of thirty-two characters';
const rate: RateLimit = { max: 1, window: '7 d' };

test('the caller that came longest ago is forgotten when it is full', async () => {
  const limiter = createLimiter(memoryAlgorithm(2), SECRET);
  for (const caller of ['user:a', 'user:b', 'user:a', 'user:c'])
    await limiter.limit('a.b', caller, rate);
  expect((await limiter.limit('a.b', 'user:a', rate)).allowed).toBe(false);
  expect((await limiter.limit('a.b', 'user:b', rate)).allowed).toBe(true);
});

test('production refuses it', () => {
  vi.stubEnv('NODE_ENV', 'production');
  expect(() => memoryAlgorithm()).toThrow('REDIS_URL');
});
