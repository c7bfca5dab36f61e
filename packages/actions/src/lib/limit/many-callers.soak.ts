import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { createLimiter } from './create-limiter.ts';
import type { Limiter, RateLimit } from './limiter.ts';
import { memoryAlgorithm } from './memory.ts';

const SECRET = 'a secret of thirty-two characters';
const MIB = 1024 * 1024;
const AT_ONCE = 500;
const once: RateLimit = { max: 1, window: '7 d' };

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** What is in use when nothing is on its way any more. */
async function heapMiB(): Promise<number> {
  await new Promise((settled) => setTimeout(settled, 200));
  collectGarbage();
  return process.memoryUsage().heapUsed / MIB;
}

/** Each caller comes twice and is refused once. Gives how many calls passed. */
async function flood(limiter: Limiter, callers: number, name: string): Promise<number> {
  let passed = 0;
  for (let done = 0; done < callers; done += AT_ONCE) {
    const batch = Array.from({ length: AT_ONCE }, (_, i) => `ip:${name}:${done + i}`);
    for (const turn of [batch, batch]) {
      const decisions = await Promise.all(turn.map((caller) => limiter.limit('a.b', caller, once)));
      passed += decisions.filter(({ allowed }) => allowed).length;
    }
  }
  return passed;
}

/** By how many MiB the heap grows from the first floods to the last. It swings a little: the smallest are compared. */
async function growth(limiter: Limiter, callersPerFlood: number): Promise<number> {
  const sizes: number[] = [];
  for (let round = 0; round < 6; round += 1) {
    expect(await flood(limiter, callersPerFlood, String(round))).toBe(callersPerFlood);
    sizes.push(await heapMiB());
  }
  return Math.min(...sizes.slice(3)) - Math.min(...sizes.slice(0, 3));
}

test('a million callers leave no more in memory than the first ten thousand', async () => {
  const limiter = createLimiter(memoryAlgorithm(10_000), SECRET);
  // Unbounded, half a million more callers take 80.
  expect(await growth(limiter, 170_000)).toBeLessThan(20);
});
