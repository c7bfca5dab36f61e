import type { Algorithm } from './create-limiter.ts';

interface Count {
  slot: number;
  current: number;
  previous: number;
}

/**
 * Sliding windows in this process's memory: for unit tests, as two processes would count separately.
 * Bounded: past `maxKeys` the oldest caller is forgotten.
 * @throws in production
 */
export function memoryAlgorithm(maxKeys = 10_000) {
  if (process.env.NODE_ENV === 'production')
    throw new Error(
      'Limits in memory hold for one process only and are for tests: production counts in Postgres, or where REDIS_URL names a Redis',
    );
  const counts = new Map<string, Count>();

  return (max: number, windowMs: number): Algorithm =>
    () => ({
      async limit(_context, key) {
        const now = Date.now();
        const slot = Math.floor(now / windowMs);
        const count = moveTo(slot, counts.get(key));
        const weight = 1 - (now % windowMs) / windowMs;
        const success = Math.floor(count.previous * weight) + count.current < max;
        if (success) count.current += 1;
        counts.delete(key);
        counts.set(key, count);
        const [oldest] = counts.keys();
        if (counts.size > maxKeys && oldest !== undefined) counts.delete(oldest);
        const remaining = Math.max(0, max - count.current);
        return {
          success,
          limit: max,
          remaining,
          reset: (slot + 1) * windowMs,
          pending: Promise.resolve(),
        };
      },
      async getRemaining(_context, key) {
        const slot = Math.floor(Date.now() / windowMs);
        const remaining = Math.max(0, max - moveTo(slot, counts.get(key)).current);
        return { remaining, reset: (slot + 1) * windowMs, limit: max };
      },
      async resetTokens(_context, key) {
        counts.delete(key);
      },
    });
}

function moveTo(slot: number, count: Count | undefined): Count {
  if (!count) return { slot, current: 0, previous: 0 };
  if (count.slot === slot) return count;
  return { slot, current: 0, previous: count.slot === slot - 1 ? count.current : 0 };
}
