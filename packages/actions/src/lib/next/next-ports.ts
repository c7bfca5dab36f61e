import { randomUUID } from 'node:crypto';
import { revalidatePath, updateTag } from 'next/cache';
import { cookies, headers } from 'next/headers';
import { redirect, unstable_rethrow } from 'next/navigation';
import type { AccessKind } from '@repo/auth/access';
import { sessionCookie } from '@repo/auth/cookie';
import type { Audience } from '@repo/auth/session';
import { validateSession } from '@repo/auth/sessions';
import type { ActionsEnv } from '../../env.ts';
import { httpExchange } from '../../http-exchange.ts';
import { addressSource } from '../address-source.ts';
import { addressBucket } from '../client-address.ts';
import { databasePorts } from '../database-ports.ts';
import { createIdempotencyKeys } from '../idempotency/keys.ts';
import { limiterFromEnv } from '../limit/limiter-from-env.ts';
import { createLogger } from '../logger.ts';
import type { Ports } from '../ports.ts';
import { enqueueWebhookEvent } from '../webhooks/apply-job.ts';

/** The engine's ports on Next: the only file that knows both. */
export function nextPorts(app: Audience, exposes: readonly AccessKind[], env: ActionsEnv): Ports {
  let cookieName = '';
  const addressOf = addressSource(env.TRUSTED_PROXIES, env);
  return {
    ...databasePorts,
    app,
    exposes,
    async request() {
      const sent = await headers();
      const header = (name: string) => sent.get(name);
      const address = addressOf(httpExchange()?.address ?? '', header);
      return { header, ip: addressBucket(address) };
    },
    async caller() {
      cookieName ||= sessionCookie(app).name;
      const token = (await cookies()).get(cookieName)?.value;
      return token ? validateSession(app, token) : null;
    },
    keys: createIdempotencyKeys(env.APP_SECRET),
    limiter: limiterFromEnv(env),
    async cookies() {
      const jar = await cookies();
      return { set: (name, value, options) => void jar.set(name, value, options) };
    },
    invalidateTag: updateTag,
    invalidatePath: revalidatePath,
    redirect: (location) => redirect(location),
    rethrowControlFlow: unstable_rethrow,
    webhooks: { secrets: (variable) => env[variable], enqueue: enqueueWebhookEvent },
    logger: createLogger(app, env.LOG_LEVEL),
    // Twelve random hex digits. Node draws many UUIDs at a time, and bytes one by one.
    createErrorId: () => randomUUID().replace('-', '').slice(0, 12),
  };
}
