import { useActionState, type ComponentProps } from 'react';
import { expectTypeOf, test } from 'vitest';
import { anyOf, anyone, authenticated, member, staff } from '@repo/auth/access';
import type { MemberSession, Session, StaffSession } from '@repo/auth/session';
import type { Transaction } from '@repo/db/client';
import { defineAction, unlimited } from './define-action.ts';
import { z } from './lib/zod.ts';
import type { BuiltInCode, Failure, Idle, Success } from './result.ts';

// Checked by `tsc`. The functions are never called.

const input = z.object({ title: z.string(), count: z.coerce.number<string>().optional() });
const rateLimit = { max: 1, window: '1 m' } as const;
const base = { id: 'a.b', rateLimit, input } as const;

const create = defineAction({
  ...base,
  access: member('author'),
  errors: { TAKEN: { field: 'title', message: 'Taken.' } },
  prepare: async () => ({ hash: 'x' }),
  handler: async ({ input: given, session, tx, prepared, fail }) => {
    expectTypeOf(given).toEqualTypeOf<{ title: string; count?: number | undefined }>();
    expectTypeOf(session).toEqualTypeOf<MemberSession>();
    expectTypeOf(tx).toEqualTypeOf<Transaction>();
    expectTypeOf(prepared).toEqualTypeOf<{ hash: string }>();
    expectTypeOf(fail.TAKEN).returns.toBeNever();
    expectTypeOf(fail.NOT_FOUND).returns.toBeNever();
    expectTypeOf(fail).not.toHaveProperty('OTHER');
    if (given.title) return fail.TAKEN();
    return { id: 1 };
  },
  redirectTo: ({ data, session }) => {
    expectTypeOf(data).toEqualTypeOf<{ id: number }>();
    return `/${session.org.slug}/${data.id}`;
  },
});

test('access decides what the session is', () => {
  const handler = () => undefined;
  defineAction({
    ...base,
    access: anyone,
    handler: ({ session }) => expectTypeOf(session).toEqualTypeOf<Session | null>(),
  });
  defineAction({
    ...base,
    access: authenticated,
    handler: ({ session }) => expectTypeOf(session).toEqualTypeOf<Session>(),
  });
  defineAction({
    ...base,
    access: staff(),
    handler: ({ session }) => expectTypeOf(session).toEqualTypeOf<StaffSession>(),
  });
  defineAction({
    ...base,
    access: anyOf(member(), staff()),
    handler: ({ session }) => expectTypeOf(session).toEqualTypeOf<MemberSession | StaffSession>(),
  });
  expectTypeOf(handler).toBeFunction();
});

test('an action is called with an object, a form, or a previous state and a form', () => {
  type Code = BuiltInCode | 'TAKEN';
  type Answer = Success<{ id: number }, 'title' | 'count'> | Failure<Code, 'title' | 'count'>;
  const byObject = () => create({ title: 'x', _org: 'acme' });
  const byForm = () => create(new FormData());
  const byState = () => create({ forged: true }, new FormData());
  expectTypeOf(byObject).returns.resolves.toEqualTypeOf<Answer>();
  expectTypeOf(byForm).returns.resolves.toBeVoid();
  expectTypeOf(byState).returns.resolves.toEqualTypeOf<Answer | Idle<'title' | 'count'>>();
  // @ts-expect-error -- the org has to be named where membership decides
  const nameless = () => create({ title: 'x' });
  // @ts-expect-error -- no such field
  const unknownField = () => create({ title: 'x', _org: 'acme', admin: true });
  expectTypeOf([nameless, unknownField]).toBeArray();
});

test('bound to fields, an action is one for forms; the fields keep their types', () => {
  const bound = () => create.bind(null, { title: 'x', _org: 'acme' });
  type State = Awaited<ReturnType<ReturnType<typeof bound>>>;
  expectTypeOf<State['ok']>().toEqualTypeOf<boolean>();
  const inForm = (): ComponentProps<'form'>['action'] => bound();
  const inState = () => useActionState(bound(), { ok: false, errors: {} });
  const wrong = () => [
    // @ts-expect-error -- no such field
    create.bind(null, { other: 'x' }),
    // @ts-expect-error -- another type
    create.bind(null, { title: 1 }),
    // @ts-expect-error -- an object, not the value alone
    create.bind(null, 'x'),
    // @ts-expect-error -- a bound action takes a form
    create.bind(null, { title: 'x' })({ count: '1' }),
    defineAction({
      ...base,
      access: anyone,
      // @ts-expect-error -- a bound field is a field of the input
      bound: ['other'],
      handler: () => 1,
    }),
  ];
  expectTypeOf([inForm, inState, wrong]).toBeArray();
});

test('codes are closed, and a switch over them is exhaustive', () => {
  const say = (result: Awaited<ReturnType<typeof byObject>>): string => {
    if (result.ok) return String(result.data.id);
    switch (result.code) {
      case 'TAKEN':
      case 'VALIDATION':
      case 'UNAUTHENTICATED':
      case 'FORBIDDEN':
      case 'NOT_FOUND':
      case 'CROSS_ORIGIN':
      case 'RATE_LIMITED':
      case 'CONFLICT':
      case 'TIMEOUT':
      case 'UNAVAILABLE':
      case 'INTERNAL':
        return result.errors.title?.[0] ?? result.errors['address.city']?.[0] ?? '';
      default:
        expectTypeOf(result.code).toBeNever();
        return '';
    }
  };
  const byObject = () => create({ title: 'x', _org: 'acme' });
  expectTypeOf(say).returns.toBeString();
});

test('what must be written out is a type error when it is not', () => {
  const handler = () => 1;
  const never = () => [
    // @ts-expect-error -- no access
    defineAction({ id: 'a.b', rateLimit, input, handler }),
    // @ts-expect-error -- no rate limit
    defineAction({ id: 'a.b', access: anyone, input, handler }),
    // @ts-expect-error -- no handler
    defineAction({ id: 'a.b', access: anyone, rateLimit, input }),
    defineAction({ id: 'a.b', access: anyone, rateLimit: unlimited, input, handler }),
    defineAction({
      id: 'a.b',
      access: anyone,
      // @ts-expect-error -- no such window
      rateLimit: { max: 1, window: '1 week' },
      input,
      handler,
    }),
    defineAction({
      ...base,
      access: anyone,
      // @ts-expect-error -- an error is about a field of the input
      errors: { X: { field: 'other', message: '' } },
      handler,
    }),
    defineAction({
      ...base,
      access: anyone,
      // @ts-expect-error -- a secret is a field of the input
      secrets: ['other'],
      handler,
    }),
    // @ts-expect-error -- no such failure
    defineAction({ ...base, access: anyone, handler: ({ fail }) => fail.OTHER() }),
    // @ts-expect-error -- strangers have no id
    defineAction({ ...base, access: anyone, handler: ({ session }) => session.user.id }),
  ];
  expectTypeOf(never).toBeFunction();
});
