import { defineAction, unlimited } from '@repo/actions/define-action';
import { installPorts, type Ports } from '@repo/actions/ports';
import { anyone, authenticated } from '@repo/auth/access';
import type { Contender, Send } from './contender.ts';
import { postSchema } from './schema.ts';
import { countCall, findSession, mayWrite, save } from './work.ts';

const headers = new Map([
  ['host', 'localhost:3000'],
  ['origin', 'http://localhost:3000'],
  ['sec-fetch-site', 'same-origin'],
]);
const nothing = () => {};
let ids = 0;

/** The engine's ports on memory: nothing is written anywhere. */
const memoryPorts: Ports = {
  app: 'web',
  exposes: ['anyone', 'authenticated', 'member'],
  request: async () => ({ header: (name) => headers.get(name) ?? null, ip: '10.0.0.1' }),
  caller: findSession,
  limiter: { limit: async (_, caller) => ({ allowed: await countCall(caller), retryAfter: 1 }) },
  keys: { issue: () => '', expiryOf: () => null },
  idempotency: { claim: async () => null, complete: async () => {} },
  database: () => ({}) as ReturnType<Ports['database']>,
  transaction: (work) => work({} as Parameters<typeof work>[0]),
  audit: async () => {},
  cookies: async () => ({ set: nothing }),
  invalidateTag: nothing,
  invalidatePath: nothing,
  redirect: (location) => {
    throw new Error(location);
  },
  rethrowControlFlow: nothing,
  logger: { info: nothing, warn: nothing, error: nothing },
  webhooks: { secrets: () => [] },
  createErrorId: () => String((ids += 1)),
};

const open = defineAction({
  id: 'bench.open',
  access: anyone,
  rateLimit: unlimited,
  input: postSchema,
  handler: ({ input }) => save(input),
});

const guarded = defineAction({
  id: 'bench.guarded',
  access: authenticated,
  rateLimit: { max: 1_000_000, window: '1 m' },
  input: postSchema,
  authorize: ({ session }) => mayWrite(session),
  handler: ({ input }) => save(input),
});

type AnyCall = (...args: unknown[]) => Promise<unknown>;
const byObject = (action: unknown): Send => action as AnyCall;
const byForm =
  (action: unknown): Send =>
  (form) =>
    (action as AnyCall)(undefined, form);

/** `defineAction`, with ports on memory. */
export function ours(): Contender {
  installPorts(memoryPorts);
  return {
    object: { 0: byObject(open), 3: byObject(guarded) },
    form: { 0: byForm(open), 3: byForm(guarded) },
  };
}
