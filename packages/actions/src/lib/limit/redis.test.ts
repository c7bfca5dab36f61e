import { createClient } from '@redis/client';
import { createServer, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startRedis } from '@repo/services/redis';
import { describeRedis } from '@repo/testing/redis';
import { createLimiter } from './create-limiter.ts';
import type { RateLimit } from './limiter.ts';
import { redisStore } from './redis.ts';

const SECRET = 'a secret of thirty-two characters';
const once: RateLimit = { max: 1, window: '1 h' };

const stores: { close: () => Promise<void> }[] = [];
afterAll(async () => void (await Promise.all(stores.map((store) => store.close()))));

function limiterOn(url: string) {
  const { algorithm, redis, close } = redisStore(url);
  stores.push({ close });
  return createLimiter(algorithm, SECRET, { ...(redis && { redis }), timeoutMs: 5000 });
}

await describeRedis('in Redis', (first) => {
  let server = first;
  let control: ReturnType<typeof createClient>;
  beforeAll(async () => {
    control = createClient({ url: server.url }).on('error', () => {}) as typeof control;
    await control.connect();
  });
  afterAll(async () => {
    control.destroy();
    await server.stop();
  });

  test('every key expires by itself', async () => {
    await limiterOn(server.url).limit('a.b', 'user:expires', once);
    const keys = await control.keys('limit:*');
    expect(keys.length).toBeGreaterThan(0);
    for (const key of keys) {
      const ms = await control.pTTL(key);
      expect(ms).toBeGreaterThan(0);
      expect(ms).toBeLessThanOrEqual(2 * 3_600_000 + 1000);
    }
  });

  test('calls share one connection', async () => {
    const before = (await control.clientList()).length;
    const limiter = limiterOn(server.url);
    await Promise.all(Array.from({ length: 50 }, () => limiter.limit('a.b', 'user:many', once)));
    expect((await control.clientList()).length).toBe(before + 1);
  });

  test('nothing is kept in front of the store: who was refused is asked about again', async () => {
    const limiter = limiterOn(server.url);
    const allowed = async () => (await limiter.limit('a.b', 'user:again', once)).allowed;
    expect([await allowed(), await allowed()]).toEqual([true, false]);
    await control.flushAll();
    expect(await allowed()).toBe(true);
  });

  test('a server that forgot its scripts gets them again', async () => {
    const limiter = limiterOn(server.url);
    await limiter.limit('a.b', 'user:flush', once);
    await control.scriptFlush();
    expect((await limiter.limit('a.b', 'user:flush', once)).allowed).toBe(false);
  });

  test('a server that goes away is told at once, with the reason, and is used again when it is back', async () => {
    const limiter = limiterOn(server.url);
    await limiter.limit('a.b', 'user:away', once);
    await server.stop();
    const reason = () => limiter.limit('a.b', 'user:away', once).then(() => null, causes);
    await expect.poll(reason).toMatch(/not connected.*ECONNREFUSED/);
    server = (await startRedis({ port: Number(new URL(server.url).port) })) ?? server;
    const allowed = async () => (await limiter.limit('a.b', 'user:back', once)).allowed;
    await expect.poll(() => allowed().catch(causes), { timeout: 9_000 }).toBe(true);
    expect(await allowed()).toBe(false);
  });
});

function causes(error: unknown): string {
  return error instanceof Error ? `${error.message} ${causes(error.cause)}` : '';
}

test('nothing is opened before the first call', async () => {
  let opened = 0;
  const server = createServer((socket) => {
    opened += 1;
    socket.destroy();
  });
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
  const limiter = limiterOn(`redis://127.0.0.1:${(server.address() as AddressInfo).port}`);
  await new Promise((turn) => setTimeout(turn, 100));
  expect(opened).toBe(0);
  await expect(limiter.limit('a.b', 'user:1', once)).rejects.toThrow('not connected');
  expect(opened).toBeGreaterThan(0);
  server.close();
});

test('a password never stands in the error', async () => {
  const limiter = limiterOn('redis://user:hunter2@127.0.0.1:1');
  const error = await limiter.limit('a.b', 'user:1', once).catch(causes);
  expect(error).toContain('ECONNREFUSED');
  expect(error).not.toContain('hunter2');
});
