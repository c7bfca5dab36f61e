import type { RedisClientOptions } from '@redis/client';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { slidingWindow, type LimitStore } from './create-limiter.ts';

/** Upstash's own hint about locks, as the first line of a script. Stock Redis and Valkey refuse such scripts. */
const LOCKING_HINT = /^#!lua flags=allow-key-locking\n/;

/** Commands that wait for an answer at most: a server that hangs must not fill our memory. */
const MAX_WAITING = 10_000;

const sha1 = (text: string) => createHash('sha1').update(text).digest('hex');

/**
 * Sliding windows in any Redis or Valkey. The connection is opened by the first call and comes back by itself;
 * while it is away, calls fail at once.
 */
export function redisStore(url: string): LimitStore & { close: () => Promise<void> } {
  const connection = redisConnection({ url });
  /** The scripts that were sent, by the hash that `@upstash/ratelimit` knows them by. */
  const scripts = new Map<string, string>();

  return {
    algorithm: slidingWindow,
    redis: {
      async evalsha(hash, keys, args) {
        const script = scripts.get(hash);
        // The library answers this with `eval`.
        if (!script) throw new Error('NOSCRIPT');
        const client = await connection.ready();
        return client.evalSha(sha1(script), { keys, arguments: args.map(String) });
      },
      async eval(text, keys, args) {
        const script = text.replace(LOCKING_HINT, '');
        scripts.set(sha1(text), script);
        const client = await connection.ready();
        return client.eval(script, { keys, arguments: args.map(String) });
      },
    },
    close: connection.close,
  };
}

async function openClient(
  loading: Promise<typeof import('@redis/client')>,
  options: RedisClientOptions,
  onError: (error: unknown) => void,
) {
  const { createClient } = await loading;
  const client = createClient({
    ...options,
    RESP: 2,
    disableOfflineQueue: true,
    commandsQueueMaxLength: MAX_WAITING,
  });
  client.on('error', onError);
  client.connect().catch(onError);
  // The first calls wait for the connection, or for the first reason why there is none.
  await once(client, 'ready').catch(onError);
  return client;
}

function redisConnection(options: RedisClientOptions) {
  // Loaded only where it is used, and before the first call, which has little time.
  const loading = import('@redis/client');
  let opening: ReturnType<typeof openClient> | null = null;
  let lastError: unknown;

  return {
    ready: async () => {
      opening ??= openClient(loading, options, (error) => (lastError = error));
      const client = await opening;
      if (!client.isReady) throw new Error('Redis is not connected', { cause: lastError });
      return client;
    },
    close: async () => {
      (await opening)?.destroy();
    },
  };
}
