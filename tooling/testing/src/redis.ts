import { INSTALL_REDIS, startRedis, type Redis } from '@repo/services/redis';
import { afterAll, describe } from 'vitest';

const NOWHERE: Redis = { url: 'redis://127.0.0.1:1', stop: async () => {} };

/**
 * `describe` for tests that need a Redis: they get a throw-away one, which ends after them. On a machine without
 * Redis they are skipped, and their name says how to install it.
 *
 * @example
 * await describeRedis('in Redis', (redis) => {
 *   test('...', () => connect(redis.url));
 * });
 */
export async function describeRedis(
  title: string,
  tests: (redis: Redis) => unknown,
): Promise<void> {
  const redis = await startRedis();
  const why = redis ? '' : ` (${INSTALL_REDIS})`;
  describe.skipIf(!redis)(`${title}${why}`, () => {
    afterAll(redis?.stop ?? NOWHERE.stop);
    tests(redis ?? NOWHERE);
  });
}
