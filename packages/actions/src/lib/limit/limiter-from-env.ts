import { database } from '@repo/db/client';
import type { ActionsEnv } from '../../env.ts';
import { createLimiter, type LimitStore } from './create-limiter.ts';
import type { Limiter } from './limiter.ts';
import { postgresAlgorithm } from './postgres.ts';
import { redisStore } from './redis.ts';
import { upstashStore } from './upstash.ts';

/** The limiter that the environment asks for. Opens no connection before the first call. */
export function limiterFromEnv(env: ActionsEnv): Limiter {
  const { algorithm, redis } = limitStore(env);
  const timeoutMs = env.LIMIT_TIMEOUT_MS;
  return createLimiter(algorithm, env.APP_SECRET, { ...(redis && { redis }), timeoutMs });
}

/** Upstash where its two variables are set, else Redis, else Postgres. */
function limitStore(env: ActionsEnv): LimitStore {
  const { UPSTASH_REDIS_REST_URL: url, UPSTASH_REDIS_REST_TOKEN: token, REDIS_URL } = env;
  if (url && token) return upstashStore({ url, token, timeoutMs: env.LIMIT_TIMEOUT_MS });
  if (REDIS_URL) return redisStore(REDIS_URL);
  return { algorithm: postgresAlgorithm(database) };
}
