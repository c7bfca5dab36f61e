import { expect, test } from 'vitest';
import { anyone } from '@repo/auth/access';
import type { Database, Transaction } from '@repo/db/client';
import { defineAction, path, tag } from '../define-action.ts';
import { call, formData, type CallOptions } from '../testing.ts';
import type { Ports } from './ports.ts';
import { z } from './zod.ts';

/** Fakes behind the ports, and the definition around them, that write down when they are asked. */
function recording(stopAt?: string, authorized = true) {
  const order: string[] = [];
  const note = (step: string) => {
    order.push(step);
    if (step === stopAt) throw new Error(`stopped at ${step}`);
  };
  const fakes: Partial<Ports> = {
    createErrorId: () => (order.push('error id'), 'id'),
    request: async () => (note('request'), { header, ip: '192.0.2.1' }),
    caller: async () => (note('caller'), null),
    limiter: {
      limit: async (_, who) => (
        note(who.startsWith('by:') ? 'limit also' : 'limit'),
        { allowed: true, retryAfter: 1 }
      ),
    },
    database: () => (order.push('database'), {} as Database),
    async transaction(work) {
      note('begin');
      const done = await work({} as Transaction);
      note('commit');
      return done;
    },
    audit: async ({ outcome }) => note(`audit ${outcome}`),
    cookies: async () => ({ set: () => note('cookie') }),
    invalidateTag: (name) => note(`tag ${name}`),
    invalidatePath: (name) => note(`path ${name}`),
    redirect: (location): never => {
      order.push(`redirect ${location}`);
      throw new Error('redirect');
    },
    rethrowControlFlow: (error) => {
      if (error instanceof Error && error.message === 'redirect') throw error;
    },
    logger: { info: () => note('log'), warn: () => note('warn'), error: () => note('log error') },
  };
  const header = (name: string) => {
    if (name === 'origin') note('origin');
    return name === 'origin' ? 'http://localhost:3000' : name === 'host' ? 'localhost:3000' : null;
  };
  const action = defineAction({
    id: 'test.order',
    access: anyone,
    rateLimit: { max: 1, window: '1 m' },
    input: z.object({ title: z.string().refine(() => (note('validate'), true)) }),
    rateLimitAlso: { by: ({ input }) => (note('by'), input.title), max: 1, window: '1 m' },
    authorize: () => (note('authorize'), authorized),
    prepare: () => note('prepare'),
    handler: ({ afterCommit }) => {
      note('handler');
      afterCommit(({ cookies }) => cookies.set('a', 'b', {}));
      return 'data';
    },
    subject: () => (note('subject'), 'row'),
    invalidates: () => (note('invalidates'), [tag('t'), tag('t'), path('/p')]),
    redirectTo: () => (note('redirectTo'), '/next'),
  });
  return {
    order,
    run: (options: CallOptions = {}) =>
      call(action, formData({ title: 'x' }), { fakes, ...options }),
  };
}

const BEFORE_COMMIT = ['begin', 'handler', 'subject', 'audit done', 'commit'];
const ORDER = [
  'error id',
  'request',
  'origin',
  'caller',
  'limit',
  'validate',
  'by',
  'limit also',
  'database',
  'authorize',
  'prepare',
  ...BEFORE_COMMIT,
  'cookie',
  'invalidates',
  'tag t',
  'path /p',
  'redirectTo',
  'log',
  'redirect /next',
];

test('the steps of a call happen in this order', async () => {
  const { order, run } = recording();
  await expect(run()).rejects.toThrow('redirect');
  expect(order).toEqual(ORDER);
});

test.each(['request', 'origin', 'caller', 'by', 'authorize', 'prepare', ...BEFORE_COMMIT])(
  'what fails at "%s" stops all that follows, and is told',
  async (step) => {
    const { order, run } = recording(step);
    const { result } = await run();
    expect(result).toMatchObject({ ok: false, code: 'INTERNAL', errorId: 'id' });
    const counted = ORDER.indexOf(step) > ORDER.indexOf('limit');
    expect(order).toEqual([
      ...ORDER.slice(0, ORDER.indexOf(step) + 1),
      'log error',
      ...(counted ? ['audit INTERNAL'] : []),
      'log',
    ]);
  },
);

test.each(['cookie', 'invalidates', 'tag t', 'path /p', 'redirectTo'])(
  'what fails at "%s" is logged, and all else happens',
  async (step) => {
    const { order, run } = recording(step);
    const ended = await run().then(
      ({ result }) => result,
      (error: Error) => error.message,
    );
    const data = { ok: true, data: 'data', errors: {} };
    expect(ended).toEqual(step === 'redirectTo' ? data : 'redirect');
    const skipped = {
      invalidates: ['tag t', 'path /p'],
      redirectTo: ['redirect /next'],
    }[step];
    const at = ORDER.indexOf(step) + 1;
    expect(order).toEqual([
      ...ORDER.slice(0, at),
      'log error',
      ...ORDER.slice(at).filter((later) => !skipped?.includes(later)),
    ]);
  },
);

test('a refusal that cannot be audited is answered as it is, and logged', async () => {
  const { order, run } = recording('audit FORBIDDEN', false);
  expect((await run()).result).toMatchObject({ ok: false, code: 'FORBIDDEN' });
  expect(order.slice(order.indexOf('authorize') + 1)).toEqual([
    'audit FORBIDDEN',
    'log error',
    'log',
  ]);
});
