import { createClient } from '@redis/client';
import { afterAll, expect, test } from 'vitest';
import { database } from '@repo/db/client';
import { rateLimits } from '@repo/db/schema';
import { useTestDatabase } from '@repo/db/testing';
import { startRedis } from '@repo/services/redis';
import { describeRedis } from '@repo/testing/redis';
import { actionsEnv } from '../../env.ts';
import { startRestFront } from '../testing/redis-rest-front.ts';
import { limiterFromEnv } from './limiter-from-env.ts';

await useTestDatabase();

async function count(env: Record<string, string>) {
  const limiter = limiterFromEnv(actionsEnv({ APP_SECRET: 'x'.repeat(32), ...env }));
  await limiter.limit('a.b', `user:${crypto.randomUUID()}`, { max: 1, window: '1 h' });
}

const inPostgres = () => database().$count(rateLimits);

test('without variables, calls are counted in Postgres', async () => {
  const before = await inPostgres();
  await count({});
  expect(await inPostgres()).toBe(before + 1);
});

await describeRedis('with variables', (redis) => {
  test('Upstash comes before Redis, Redis before Postgres', async () => {
    const other = await startRedis();
    const front = await startRestFront(other?.url ?? '');
    afterAll(async () => {
      await front.stop();
      await other?.stop();
    });
    const inRedis = await keysOf(redis.url);
    const atUpstash = await keysOf(other?.url ?? '');
    const before = await inPostgres();
    const counted = async () => [await atUpstash(), await inRedis(), (await inPostgres()) - before];

    const env = { REDIS_URL: redis.url, UPSTASH_REDIS_REST_URL: '', UPSTASH_REDIS_REST_TOKEN: '' };
    await count(env);
    expect(await counted()).toEqual([0, 1, 0]);
    const { url, token } = front;
    await count({ ...env, UPSTASH_REDIS_REST_URL: url, UPSTASH_REDIS_REST_TOKEN: token });
    expect(await counted()).toEqual([1, 1, 0]);
  });
});

async function keysOf(url: string) {
  const client = createClient({ url });
  client.on('error', () => {});
  await client.connect();
  afterAll(() => client.destroy());
  return () => client.dbSize();
}
