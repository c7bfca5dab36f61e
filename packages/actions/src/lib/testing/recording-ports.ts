import { randomBytes } from 'node:crypto';
import { Writable } from 'node:stream';
import type { AccessKind } from '@repo/auth/access';
import { appUrl } from '@repo/auth/env';
import type { Audience, Session } from '@repo/auth/session';
import { database } from '@repo/db/client';
import { databasePorts } from '../database-ports.ts';
import { createIdempotencyKeys } from '../idempotency/keys.ts';
import { createLimiter } from '../limit/create-limiter.ts';
import { memoryAlgorithm } from '../limit/memory.ts';
import { postgresAlgorithm } from '../limit/postgres.ts';
import type { Limiter } from '../limit/limiter.ts';
import { createLogger } from '../logger.ts';
import type { AuditEvent, Ports } from '../ports.ts';

/** Stands for the framework's redirect while a test runs. */
export class TestRedirect extends Error {
  readonly location: string;

  constructor(location: string) {
    super(location);
    this.location = location;
  }
}

/** What a call left behind, beside its result. */
export interface Recorded {
  cookies: { name: string; value: string; options: object }[];
  invalidations: ({ tag: string } | { path: string })[];
  audit: AuditEvent[];
  /** Parsed JSON lines of the log. */
  log: Record<string, unknown>[];
}

export interface RecordingOptions {
  app: Audience;
  headers: Record<string, string>;
  ip: string;
  caller: () => Promise<Session | null>;
}

/** As the apps declare it in their `perimeter.ts`: the back office is for staff, the others are for members. */
const exposesOf = (app: Audience): AccessKind[] => [
  'anyone',
  'authenticated',
  app === 'admin' ? 'staff' : 'member',
];
const SECRET = 'the secret of limits in tests, long enough';
const testKeys = createIdempotencyKeys(SECRET);

/** A key as the page renders it into a form of this action: for the field `_key`. */
export const keyFor = (action: string): string => testKeys.issue(action);

const memoryLimiter = createLimiter(memoryAlgorithm(), SECRET);

/** Counts in the test database, or in memory where fakes stand in for it. */
export function testLimiter(fakes: Partial<Ports> = {}): Limiter {
  return fakes.transaction ? memoryLimiter : createLimiter(postgresAlgorithm(database), SECRET);
}

/** Ports on the test database (or the given fakes) that write down what an action asks for. */
export function recordingPorts(
  options: RecordingOptions,
  fakes: Partial<Ports>,
): { ports: Ports; recorded: Recorded } {
  const recorded: Recorded = { cookies: [], invalidations: [], audit: [], log: [] };
  const lines = new Writable({
    write(chunk: Buffer, _encoding, done) {
      recorded.log.push(JSON.parse(chunk.toString()) as Record<string, unknown>);
      done();
    },
  });
  const { host, origin } = appUrl(options.app);
  const headers = new Headers({ host, origin, ...options.headers });
  const base: Ports = {
    ...databasePorts,
    app: options.app,
    exposes: exposesOf(options.app),
    request: async () => ({ header: (name) => headers.get(name), ip: options.ip }),
    caller: options.caller,
    keys: testKeys,
    limiter: testLimiter(fakes),
    cookies: async () => ({
      set: (name, value, set) => void recorded.cookies.push({ name, value, options: set }),
    }),
    invalidateTag: (tag) => void recorded.invalidations.push({ tag }),
    invalidatePath: (path) => void recorded.invalidations.push({ path }),
    redirect: (location) => {
      throw new TestRedirect(location);
    },
    rethrowControlFlow: (error) => {
      if (error instanceof TestRedirect) throw error;
    },
    webhooks: { secrets: () => [] },
    logger: createLogger(options.app, 'debug', lines),
    createErrorId: () => randomBytes(6).toString('hex'),
    ...fakes,
  };
  const audit: Ports['audit'] = async (event, tx) => {
    await base.audit(event, tx);
    recorded.audit.push(event);
  };
  return { ports: { ...base, audit }, recorded };
}
