import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { database } from '@repo/db/client';
import { rateLimits } from '@repo/db/schema';
import { useTestDatabase } from '@repo/db/testing';
import { sql } from 'drizzle-orm';
import { createLimiter } from './create-limiter.ts';
import type { Limiter, RateLimit } from './limiter.ts';
import { memoryAlgorithm } from './memory.ts';
import { postgresAlgorithm } from './postgres.ts';

await useTestDatabase();

const SECRET = 'a secret of thirty-two characters';
const perWeek = (max: number): RateLimit => ({ max, window: '7 d' });
const WEEK = 7 * 24 * 3_600_000;

interface Driver {
  name: string;
  create: () => Limiter;
  /** Lets this many windows pass. */
  wait: (weeks: number) => Promise<unknown>;
  /** Just after a window began, where the driver lets us choose: all of the one before still counts. */
  begin: () => unknown;
}

/** The database's clock cannot be moved, so what it holds is: as if it had been written earlier. */
const drivers: Driver[] = [
  {
    name: 'memory',
    create: () => createLimiter(memoryAlgorithm(), SECRET),
    wait: async (weeks) => vi.setSystemTime(Date.now() + weeks * WEEK),
    begin: () => vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2030, 0, 3, 0, 0, 1) }),
  },
  {
    name: 'postgres',
    create: () => createLimiter(postgresAlgorithm(database), SECRET),
    wait: (weeks) => database().execute(sql`update rate_limits set slot = slot - ${weeks}`),
    begin: () => {},
  },
];

afterEach(() => void vi.useRealTimers());

async function granted(
  limiter: Limiter,
  times: number,
  rate: RateLimit,
  caller = 'user:1',
  action = 'a.b',
) {
  const calls = Array.from({ length: times }, () => limiter.limit(action, caller, rate));
  return (await Promise.all(calls)).filter(({ allowed }) => allowed).length;
}

describe.each(drivers)('$name', ({ create, wait, begin }) => {
  beforeEach(() => void begin());

  test('of a hundred calls at once, exactly as many pass as are allowed', async () => {
    expect(await granted(create(), 100, perWeek(7), 'user:exact')).toBe(7);
  });

  test('a refused call says when to come back, and does not count', async () => {
    const limiter = create();
    const first = await limiter.limit('a.b', 'user:wait', perWeek(1));
    expect(first.allowed).toBe(true);
    for (let i = 0; i < 3; i += 1) {
      const { allowed, retryAfter } = await limiter.limit('a.b', 'user:wait', perWeek(1));
      expect(allowed).toBe(false);
      expect(retryAfter).toBeGreaterThanOrEqual(1);
      expect(retryAfter).toBeLessThanOrEqual(WEEK / 1000);
    }
  });

  test('a window that is over counts less and less, then not at all', async () => {
    const limiter = create();
    await granted(limiter, 10, perWeek(10), 'user:slide');
    await wait(1);
    const free = () => 10 - Math.floor(10 * (1 - (Date.now() % WEEK) / WEEK));
    const atLeast = free();
    const passed = await granted(limiter, 20, perWeek(10), 'user:slide');
    expect(passed).toBeGreaterThanOrEqual(atLeast);
    expect(passed).toBeLessThanOrEqual(free());
    await wait(2);
    expect(await granted(limiter, 20, perWeek(10), 'user:slide')).toBe(10);
  });

  test('callers and actions do not count for each other', async () => {
    const limiter = create();
    expect(await granted(limiter, 5, perWeek(2), 'user:one')).toBe(2);
    expect(await granted(limiter, 5, perWeek(2), 'user:two')).toBe(2);
    expect(await granted(limiter, 5, perWeek(2), 'ip:one')).toBe(2);
    expect(await granted(limiter, 5, perWeek(2), 'user:one', 'a.c')).toBe(2);
  });

  test('a limit that was changed holds at once, whatever was counted under the old one', async () => {
    const limiter = create();
    await granted(limiter, 5, perWeek(5), 'user:changed');
    expect(await granted(limiter, 5, perWeek(7), 'user:changed')).toBe(2);
    const longer: RateLimit = { max: 3, window: '30 d' };
    expect(await granted(limiter, 5, longer, 'user:changed')).toBe(3);
    const { retryAfter } = await limiter.limit('a.b', 'user:changed', longer);
    expect(retryAfter).toBeLessThanOrEqual(30 * 86_400);
    expect(await granted(limiter, 5, { max: 3, window: '1 d' }, 'user:changed')).toBe(3);
  });

  test('a limit of one lets one pass', async () => {
    expect(await granted(create(), 10, perWeek(1), 'user:single')).toBe(1);
  });
});

describe('in Postgres', () => {
  const limiter = () => createLimiter(postgresAlgorithm(database), SECRET);

  test('counts go on after a restart, and across instances', async () => {
    await granted(limiter(), 3, perWeek(4), 'user:restart');
    expect(await granted(limiter(), 3, perWeek(4), 'user:restart')).toBe(1);
  });

  test('no caller can be read from the table', async () => {
    await limiter().limit('a.b', 'ip:203.0.113.77', perWeek(1));
    await limiter().limit('a.b', 'user:01890a5d-ac96-774b-bcce-b302099a8057', perWeek(1));
    const rows = JSON.stringify(await database().select().from(rateLimits));
    expect(rows).not.toMatch(/203\.0\.113|01890a5d/);
  });

  test('the same caller has another key under another secret', async () => {
    const keys = async () => (await database().select().from(rateLimits)).map(({ key }) => key);
    const before = await keys();
    for (const secret of [SECRET, `${SECRET}, changed`])
      await createLimiter(postgresAlgorithm(database), secret).limit(
        'a.b',
        'user:keyed',
        perWeek(1),
      );
    expect(new Set((await keys()).filter((key) => !before.includes(key))).size).toBe(2);
  });

  test('rows that nobody needs are removed while calls go on; others stay', async () => {
    const counting = limiter();
    await granted(counting, 3, perWeek(10), 'user:old');
    await database().execute(sql`update rate_limits set expires_at = now() - interval '1 s'`);
    await counting.limit('a.b', 'user:kept', perWeek(10));
    await Promise.all(
      Array.from({ length: 500 }, () => counting.limit('a.b', 'user:many', perWeek(1000))),
    );
    const left = await database().select().from(rateLimits);
    expect(left.every(({ expiresAt }) => expiresAt > new Date())).toBe(true);
    expect(left.length).toBeGreaterThanOrEqual(2);
  });

  test('a store that does not answer is an error, not a yes', async () => {
    const broken = createLimiter(
      postgresAlgorithm(() => {
        throw new Error('no database');
      }),
      SECRET,
    );
    await expect(broken.limit('a.b', 'user:1', perWeek(1))).rejects.toThrow('no database');
  });
});

test('the memory driver forgets the caller that came longest ago when it is full', async () => {
  const limiter = createLimiter(memoryAlgorithm(2), SECRET);
  const rate = perWeek(1);
  for (const caller of ['user:a', 'user:b', 'user:a', 'user:c'])
    await limiter.limit('a.b', caller, rate);
  expect((await limiter.limit('a.b', 'user:a', rate)).allowed).toBe(false);
  expect((await limiter.limit('a.b', 'user:b', rate)).allowed).toBe(true);
});
