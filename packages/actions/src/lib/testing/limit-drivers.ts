import { createClient } from '@redis/client';
import { sql } from 'drizzle-orm';
import { afterAll, vi } from 'vitest';
import { database } from '@repo/db/client';
import { rateLimits } from '@repo/db/schema';
import { startRedis } from '@repo/services/redis';
import { createLimiter, type LimitStore } from '../limit/create-limiter.ts';
import type { Limiter } from '../limit/limiter.ts';
import { memoryAlgorithm } from '../limit/memory.ts';
import { postgresAlgorithm } from '../limit/postgres.ts';
import { redisStore } from '../limit/redis.ts';
import { upstashStore } from '../limit/upstash.ts';
import { startRestFront } from './redis-rest-front.ts';

export const WEEK = 7 * 24 * 3_600_000;

/** A place where nobody listens. */
const AWAY = '127.0.0.1:1';

interface LimiterSettings {
  secret?: string;
  timeoutMs?: number;
}

/** One driver of the limits, as its contract needs it. */
export interface LimitDriver {
  name: 'memory' | 'postgres' | 'redis' | 'upstash';
  /** Whether this machine lacks its server. */
  missing: boolean;
  /** A limiter as a process of its own would have it. */
  create: (settings?: LimiterSettings) => Limiter;
  /** A limiter whose store is not there. */
  createAway: () => Limiter;
  /** Lets this many weeks pass. */
  wait: (weeks: number) => unknown;
  /** Just after a window began, where the driver lets us choose: all of the one before still counts. */
  begin: () => void;
  /** What stands in the store to tell callers apart. */
  keys: () => Promise<string[]>;
  /** Makes the store hang, until the function that it gives is called. */
  mute: () => Promise<() => Promise<unknown>>;
}

const newYear = () =>
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2030, 0, 3, 0, 0, 1) }) as unknown;
const later = (weeks: number) => vi.setSystemTime(Date.now() + weeks * WEEK) as unknown;

function limiterOn(
  { algorithm, redis }: LimitStore,
  { secret = 'a secret of thirty-two characters', timeoutMs = 0 }: LimiterSettings = {},
): Limiter {
  return createLimiter(algorithm, secret, { ...(redis && { redis }), timeoutMs });
}

/** All drivers, on real servers that end with the test file. */
export async function limitDrivers(): Promise<LimitDriver[]> {
  return [memory, postgres, await redis(), await upstash()];
}

const memory: LimitDriver = {
  name: 'memory',
  missing: false,
  create: (settings) => limiterOn({ algorithm: memoryAlgorithm() }, settings),
  createAway: () => limiterOn({ algorithm: memoryAlgorithm() }),
  wait: later,
  begin: () => void newYear(),
  keys: async () => [],
  mute: async () => async () => {},
};

const postgres: LimitDriver = {
  name: 'postgres',
  missing: false,
  create: (settings) => limiterOn({ algorithm: postgresAlgorithm(database) }, settings),
  createAway: () =>
    limiterOn({
      algorithm: postgresAlgorithm(() => {
        throw new Error('no database');
      }),
    }),
  // Its clock cannot be moved, so what it holds is: as if it had been written earlier.
  wait: (weeks) => database().execute(sql`update rate_limits set slot = slot - ${weeks}`),
  begin: () => {},
  keys: async () => (await database().select().from(rateLimits)).map(({ key }) => key),
  async mute() {
    const locked = Promise.withResolvers<void>();
    const release = Promise.withResolvers<void>();
    const holding = database().transaction(async (tx) => {
      await tx.execute(sql`lock table rate_limits`);
      locked.resolve();
      await release.promise;
    });
    await locked.promise;
    return async () => {
      release.resolve();
      await holding;
    };
  },
};

const redis = (): Promise<LimitDriver> =>
  onRedis('redis', async ({ url }) => {
    const stores: { close: () => Promise<void> }[] = [];
    const on = (address: string) => {
      const store = redisStore(address);
      stores.push(store);
      return store;
    };
    return {
      create: (settings) => limiterOn(on(url), settings),
      createAway: () => limiterOn(on(`redis://${AWAY}`)),
      stop: async () => void (await Promise.all(stores.map((store) => store.close()))),
    };
  });

const upstash = (): Promise<LimitDriver> =>
  onRedis('upstash', async ({ url }) => {
    const front = await startRestFront(url);
    const on = (address: string, { timeoutMs = 30_000 }: LimiterSettings = {}) =>
      upstashStore({ url: address, token: front.token, timeoutMs });
    return {
      create: (settings) => limiterOn(on(front.url, settings), settings),
      createAway: () => limiterOn(on(`http://${AWAY}`)),
      stop: front.stop,
    };
  });

interface OnRedis extends Pick<LimitDriver, 'create' | 'createAway'> {
  stop: () => Promise<void>;
}

async function onRedis(
  name: LimitDriver['name'],
  build: (server: { url: string }) => Promise<OnRedis>,
): Promise<LimitDriver> {
  const server = await startRedis();
  if (!server) return { ...memory, name, missing: true };
  const control = createClient({ url: server.url });
  await control.connect();
  const { stop, ...driver } = await build(server);
  afterAll(async () => {
    await stop();
    control.destroy();
    await server.stop();
  });
  return {
    ...driver,
    name,
    missing: false,
    wait: later,
    begin: () => void newYear(),
    keys: () => control.keys('*'),
    async mute() {
      await control.sendCommand(['CLIENT', 'PAUSE', '60000', 'WRITE']);
      return () => control.sendCommand(['CLIENT', 'UNPAUSE']);
    },
  };
}
