/** The libraries of the features table, each by the packages whose declarations tell what it has. */
export const libraries = {
  'next-safe-action': ['next-safe-action'],
  zsa: ['zsa'],
  tRPC: ['@trpc/server', '@trpc/client'],
  conform: ['@conform-to/zod'],
};

export type Library = keyof typeof libraries;

/** One thing that a library has or has not. */
export interface Feature {
  name: string;
  /** Where ours is shown, by a path in the repository; null when we have no such thing. */
  ours: string | null;
  /** A word that occurs in no declaration of a library that lacks the feature. */
  word: RegExp;
  /** Libraries that have it, and what in their declarations shows it. */
  has: Partial<Record<Library, RegExp>>;
}

const actions = 'packages/actions/src';

export const features: readonly Feature[] = [
  {
    name: 'forms that work without JavaScript',
    ours: 'apps/web/e2e/posts.spec.ts',
    word: /useActionState|stateAction|"state"/i,
    has: { 'next-safe-action': /stateAction/, zsa: /"state"/, conform: /Submission/ },
  },
  {
    name: 'reads `FormData` by the schema',
    ours: `${actions}/lib/form-data/decode.test.ts`,
    word: /FormData/,
    has: { zsa: /formData/, tRPC: /FormData/, conform: /FormData/ },
  },
  {
    name: 'Standard Schema (ours: one with its JSON Schema)',
    ours: `${actions}/lib/form-data/shape.ts`,
    word: /StandardSchema/,
    has: { 'next-safe-action': /StandardSchemaV1/, tRPC: /StandardSchemaV1/ },
  },
  {
    name: 'no action without saying who may call (does not compile)',
    ours: `${actions}/define-action.types.test.ts`,
    word: /\b(?:authori[sz]e|permission)/i,
    has: {},
  },
  {
    name: 'rate limit per action',
    ours: `${actions}/lib/limit/limiter.contract.test.ts`,
    word: /rate.?limit/i,
    has: {},
  },
  {
    name: 'idempotent submits',
    ours: `${actions}/lib/idempotency/idempotency.test.ts`,
    word: /idempoten/i,
    has: {},
  },
  {
    name: 'audit event in the transaction of the effect',
    ours: `${actions}/lib/run-action.test.ts`,
    word: /\baudit/i,
    has: {},
  },
  {
    name: 'cache invalidation declared, after the commit',
    ours: `${actions}/lib/run-action.order.test.ts`,
    word: /\binvalidates|revalidate(?:Tag|Path)/,
    has: {},
  },
  {
    name: 'typed values come back, secrets never',
    ours: `${actions}/lib/form-data/typed-values.test.ts`,
    word: /\bsecrets?\b/i,
    has: {},
  },
  {
    name: 'middleware chain',
    ours: null,
    word: /middleware|procedure/i,
    has: { 'next-safe-action': /middleware/i, zsa: /procedure/i, tRPC: /middleware/i },
  },
  {
    name: 'schema of the output',
    ours: null,
    word: /outputSchema/i,
    has: { 'next-safe-action': /outputSchema/, zsa: /OutputSchema/, tRPC: /output/ },
  },
  {
    name: 'several calls in one request',
    ours: null,
    word: /batch/i,
    has: { tRPC: /httpBatchLink/ },
  },
  {
    name: 'subscriptions',
    ours: null,
    word: /subscription/i,
    has: { tRPC: /subscription/i },
  },
];
