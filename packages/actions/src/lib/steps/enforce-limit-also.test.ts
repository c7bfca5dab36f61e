import { describe, expect, test } from 'vitest';
import { anyone } from '@repo/auth/access';
import { useTestDatabase } from '@repo/db/testing';
import { defineAction, type RateLimit } from '../../define-action.ts';
import { call, formData, type CallOptions } from '../../testing.ts';
import { z } from '../zod.ts';

await useTestDatabase();

const often: RateLimit = { max: 1000, window: '1 h' };

/** An action with three calls an hour for each `about`. */
function counted(id: string, onOutage?: RateLimit['onOutage']) {
  return defineAction({
    id,
    access: anyone,
    rateLimit: often,
    input: z.object({ about: z.string().max(50) }),
    rateLimitAlso: {
      by: ({ input }) => input.about,
      max: 3,
      window: '1 h',
      ...(onOutage && { onOutage }),
    },
    authorize: ({ input }) => input.about !== 'forbidden',
    handler: ({ input }) => input.about,
  });
}

async function codes(
  action: ReturnType<typeof counted>,
  abouts: string[],
  options: CallOptions = {},
) {
  const seen: string[] = [];
  for (const about of abouts) {
    const { result } = await call(action, formData({ about }), options);
    seen.push(!result ? 'redirect' : result.ok ? 'ok' : result.code);
  }
  return seen;
}

test('many callers share one limit on the same thing, and none on another', async () => {
  const action = counted('t.shared');
  expect(await codes(action, ['x', 'x', 'x', 'x'])).toEqual(['ok', 'ok', 'ok', 'RATE_LIMITED']);
  expect(await codes(action, ['y'])).toEqual(['ok']);
});

test.each([
  ['case', 'Name@Example.test'],
  ['outer spaces', '  name@example.test\n'],
  ['the Unicode form', 'ｎame@example.test'],
])('%s makes no other thing of it', async (title, written) => {
  const action = counted(`t.normal.${title.replaceAll(' ', '')}`);
  await codes(action, ['name@example.test', written, 'NAME@EXAMPLE.TEST']);
  expect(await codes(action, [written])).toEqual(['RATE_LIMITED']);
});

test('each action counts on its own', async () => {
  await codes(counted('t.one'), ['z', 'z', 'z']);
  expect(await codes(counted('t.two'), ['z'])).toEqual(['ok']);
});

test('what fails validation does not count; what is refused after it does', async () => {
  const action = counted('t.after');
  await codes(
    action,
    Array.from({ length: 5 }, () => 'x'.repeat(51)),
  );
  const forbidden = Array.from({ length: 4 }, () => 'forbidden');
  expect(await codes(action, forbidden)).toEqual([
    ...Array.from({ length: 3 }, () => 'FORBIDDEN'),
    'RATE_LIMITED',
  ]);
});

test('what it stops leaves a log line, no audit event, and says when to come back', async () => {
  const action = counted('t.trace');
  await codes(action, ['x', 'x', 'x']);
  const { result, audit, log } = await call(action, formData({ about: 'x' }));
  expect(result).toMatchObject({ code: 'RATE_LIMITED', retryAfter: expect.any(Number) });
  expect(result).toMatchObject({ values: { about: 'x' } });
  expect(audit).toEqual([]);
  expect(log).toMatchObject([{ outcome: 'RATE_LIMITED' }]);
});

test('the store is asked with the normal name, and with nothing else of it', async () => {
  const asked: unknown[][] = [];
  const limiter = {
    limit: async (...args: unknown[]) => (asked.push(args), { allowed: true, retryAfter: 1 }),
  };
  await codes(counted('t.asked', 'closed'), [' X '], { fakes: { limiter }, ip: '192.0.2.9' });
  expect(asked).toEqual([
    ['t.asked', 'ip:192.0.2.9', often],
    ['t.asked', 'by:x', { max: 3, window: '1 h', onOutage: 'closed' }],
  ]);
});

describe('while the store does not answer', () => {
  const limiter = {
    limit: async (_: string, caller: string) => {
      if (caller.startsWith('by:')) throw new Error('down');
      return { allowed: true, retryAfter: 1 };
    },
  };

  test.each([
    [undefined, 'ok'],
    ['open', 'ok'],
    ['closed', 'UNAVAILABLE'],
  ] as const)('and onOutage is %s, a call is %s', async (onOutage, code) => {
    const action = counted(`t.outage.${onOutage}`, onOutage);
    expect(await codes(action, ['x'], { fakes: { limiter } })).toEqual([code]);
  });
});
