import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { useTestDatabase } from '@repo/db/testing';
import { INSTALL_REDIS } from '@repo/services/redis';
import { limitDrivers, type LimitDriver, WEEK } from '../testing/limit-drivers.ts';
import type { Limiter, RateLimit } from './limiter.ts';

await useTestDatabase();
const drivers = await limitDrivers();

const perWeek = (max: number): RateLimit => ({ max, window: '7 d' });

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

/** Every driver keeps this. Those that need a Redis are skipped by name where there is none. */
function everyDriver(of: LimitDriver[], contract: (driver: LimitDriver) => void) {
  for (const driver of of) {
    const why = driver.missing ? ` (${INSTALL_REDIS})` : '';
    describe.skipIf(driver.missing)(`${driver.name}${why}`, () => {
      beforeEach(() => driver.begin());
      afterEach(() => void vi.useRealTimers());
      contract(driver);
    });
  }
}

everyDriver(drivers, ({ create, wait }) => {
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

everyDriver(
  drivers.filter(({ name }) => name !== 'memory'),
  ({ create, createAway, keys, mute }) => {
    test('counts go on after a restart of this process, and across processes', async () => {
      await granted(create(), 3, perWeek(4), 'user:restart');
      expect(await granted(create(), 3, perWeek(4), 'user:restart')).toBe(1);
    });

    test('two processes at once let no more pass than one', async () => {
      const [one, two] = [create(), create()];
      const passed = await Promise.all([
        granted(one, 50, perWeek(9), 'user:both'),
        granted(two, 50, perWeek(9), 'user:both'),
      ]);
      expect(passed[0] + passed[1]).toBe(9);
    });

    test('no caller can be read from the store', async () => {
      await create().limit('a.b', 'ip:203.0.113.77', perWeek(1));
      await create().limit('a.b', 'user:01890a5d-ac96-774b-bcce-b302099a8057', perWeek(1));
      const stored = await keys();
      expect(stored.length).toBeGreaterThanOrEqual(2);
      expect(stored.join(' ')).not.toMatch(/203\.0\.113|01890a5d/);
    });

    test('the same caller has another key under another secret', async () => {
      const before = await keys();
      for (const secret of ['a secret of thirty-two characters', 'another secret, as long as that'])
        await create({ secret }).limit('a.b', 'user:keyed', perWeek(1));
      expect((await keys()).filter((key) => !before.includes(key))).toHaveLength(2);
    });

    test('a store that is away is an error, not a yes', async () => {
      await expect(createAway().limit('a.b', 'user:1', perWeek(1))).rejects.toThrow(
        /no database|not connected|fetch failed/,
      );
    });

    test('a store that hangs is an error after the timeout, not a yes, until it answers again', async () => {
      await create().limit('a.b', 'user:before', perWeek(1));
      const limiter = create({ timeoutMs: 1000 });
      await limiter.limit('a.b', 'user:connected', perWeek(1));
      const answerAgain = await mute();
      try {
        for (const caller of ['user:2', 'user:3'])
          await expect(limiter.limit('a.b', caller, perWeek(1))).rejects.toThrow(/1000 ms|timeout/);
      } finally {
        await answerAgain();
      }
      await expect
        .poll(() => granted(limiter, 5, perWeek(3), 'user:after').catch(() => 0))
        .toBeGreaterThan(0);
      expect((await limiter.limit('a.b', 'user:before', perWeek(1))).allowed).toBe(false);
    });
  },
);
