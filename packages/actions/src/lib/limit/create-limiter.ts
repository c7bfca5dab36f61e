import { Ratelimit } from '@upstash/ratelimit';
import { createHmac } from 'node:crypto';
import type { Limiter, RateLimit } from './limiter.ts';

type Config = ConstructorParameters<typeof Ratelimit>[0];
/** How a store counts, as `@upstash/ratelimit` calls it. */
export type Algorithm = Config['limiter'];

const UNITS = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

function windowMs(window: RateLimit['window']): number {
  const [amount, unit] = window.split(' ') as [string, keyof typeof UNITS];
  return Number(amount) * UNITS[unit];
}

/** Drivers that are no Redis never touch the client; a use by mistake fails at once instead of silently. */
const noRedis = new Proxy({} as Config['redis'], {
  get(_, property) {
    throw new Error(`This limit driver has no Redis, but ${String(property)} was read from it`);
  },
});

/**
 * A limiter on `@upstash/ratelimit`'s `Ratelimit`, one instance per action.
 * @param algorithm gives the driver's way to count `max` calls per `windowMs`
 * @param secret key of the HMAC that hides callers in the store
 */
export function createLimiter(
  algorithm: (max: number, windowMs: number) => Algorithm,
  secret: string,
): Limiter {
  const perAction = new Map<string, Ratelimit>();

  function ratelimitOf(action: string, { max, window }: RateLimit): Ratelimit {
    const name = `${action}:${max}:${window}`;
    const known = perAction.get(name);
    if (known) return known;
    const made = new Ratelimit({
      redis: noRedis,
      limiter: algorithm(max, windowMs(window)),
      // The window is part of the key: the counts of another width would be read as its own.
      prefix: `limit:${action}:${window}`,
      ephemeralCache: false,
      timeout: 0,
    });
    perAction.set(name, made);
    return made;
  }

  return {
    async limit(action, caller, rate) {
      const identifier = createHmac('sha256', secret).update(caller).digest('base64url');
      const { success, reset } = await ratelimitOf(action, rate).limit(identifier);
      return { allowed: success, retryAfter: Math.max(1, Math.ceil((reset - Date.now()) / 1000)) };
    },
  };
}
