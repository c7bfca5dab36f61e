import { Ratelimit } from '@upstash/ratelimit';
import { createHmac } from 'node:crypto';
import { milliseconds } from '../duration.ts';
import { answerWithin } from './answer-within.ts';
import type { Limiter, RateLimit } from './limiter.ts';

type Config = ConstructorParameters<typeof Ratelimit>[0];
/** How a store counts, as `@upstash/ratelimit` calls it. */
export type Algorithm = Config['limiter'];

/** What `@upstash/ratelimit` asks of a Redis to count one call. */
export interface RedisScripts {
  evalsha(hash: string, keys: string[], args: unknown[]): Promise<unknown>;
  eval(script: string, keys: string[], args: unknown[]): Promise<unknown>;
}

/** Where calls are counted: how, and by scripts in which Redis if it is one. */
export interface LimitStore {
  /** The store's way to count `max` calls per `windowMs`. */
  algorithm: (max: number, windowMs: number) => Algorithm;
  redis?: RedisScripts;
}

export interface LimiterOptions extends Pick<LimitStore, 'redis'> {
  /** How long the store may take, in milliseconds. Default: as long as it wants. */
  timeoutMs?: number;
}

/** Counts by the script of `@upstash/ratelimit`, inside of the Redis. */
export const slidingWindow: LimitStore['algorithm'] = (max, width) =>
  Ratelimit.slidingWindow(max, `${width} ms`);

/** Of its client the library uses two methods; anything else is a mistake and fails at once instead of silently. */
function clientOf(scripts: Partial<RedisScripts> = {}): Config['redis'] {
  return new Proxy(scripts as Config['redis'], {
    get(methods, name: keyof Config['redis']) {
      if (name in methods) return methods[name];
      throw new Error(`This store of limits has no method ${String(name)}`);
    },
  });
}

/**
 * A limiter on `@upstash/ratelimit`'s `Ratelimit`, one instance per action. Nothing is kept in front of the store
 * (`ephemeralCache`): all processes give the same answer.
 * @param algorithm gives the store's way to count `max` calls per `windowMs`
 * @param secret key of the HMAC that hides callers in the store
 */
export function createLimiter(
  algorithm: LimitStore['algorithm'],
  secret: string,
  { redis: scripts, timeoutMs = 0 }: LimiterOptions = {},
): Limiter {
  const perAction = new Map<string, Ratelimit>();
  const redis = clientOf(scripts);

  function ratelimitOf(action: string, { max, window }: RateLimit): Ratelimit {
    const name = `${action}:${max}:${window}`;
    const known = perAction.get(name);
    if (known) return known;
    const made = new Ratelimit({
      redis,
      limiter: algorithm(max, milliseconds(window)),
      // The window is part of the key: the counts of another width would be read as its own.
      prefix: `limit:${action}:${window}`,
      ephemeralCache: false,
      // Its own timeout lets calls pass; what happens then is for the action to say.
      timeout: 0,
      enableTelemetry: false,
    });
    perAction.set(name, made);
    return made;
  }

  return {
    async limit(action, caller, rate) {
      const identifier = createHmac('sha256', secret).update(caller).digest('base64url');
      const counting = ratelimitOf(action, rate).limit(identifier);
      const { success, reset } = await answerWithin(timeoutMs, counting);
      return { allowed: success, retryAfter: Math.max(1, Math.ceil((reset - Date.now()) / 1000)) };
    },
  };
}
