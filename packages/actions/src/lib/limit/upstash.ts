import type { RedisConfigNodejs } from '@upstash/redis';
import { slidingWindow, type LimitStore } from './create-limiter.ts';

export interface UpstashOptions {
  url: string;
  token: string;
  timeoutMs: number;
}

/** Sliding windows in a database at Upstash, over its REST interface: each call is a request of its own. */
export function upstashStore({ url, token, timeoutMs }: UpstashOptions): LimitStore {
  // Loaded only where it is used, and before the first call, which has little time.
  const client = createClient({
    url,
    token,
    // A function: with a plain signal, the library takes the reason of an abort for the store's answer.
    signal: () => AbortSignal.timeout(timeoutMs),
    retry: { retries: 0 },
    readYourWrites: false,
    enableTelemetry: false,
  });

  return {
    algorithm: slidingWindow,
    redis: {
      evalsha: async (hash, keys, args) => (await client).evalsha(hash, keys, args),
      eval: async (script, keys, args) => (await client).eval(script, keys, args),
    },
  };
}

async function createClient(config: RedisConfigNodejs) {
  const { Redis } = await import('@upstash/redis');
  return new Redis(config);
}
