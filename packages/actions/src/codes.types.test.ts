import { expectTypeOf, test } from 'vitest';
import { anyone } from '@repo/auth/access';
import { defineAction } from './define-action.ts';
import type { LocalCode } from './lib/react/use-action-form.ts';
import { z } from './lib/zod.ts';
import { useActionForm } from './react.ts';
import type { BuiltInCode } from './result.ts';

// Checked by `tsc`. Nothing is called.

const rename = defineAction({
  id: 'a.b',
  access: anyone,
  rateLimit: { max: 1, window: '1 m' },
  input: z.object({ name: z.string() }),
  errors: { TAKEN: { field: 'name', message: 'Taken.' }, CLOSED: { message: 'Closed.' } },
  handler: () => 1,
});
const answer = () => rename({ name: 'x' });
const inForm = () => useActionForm(rename).state;

type Own = 'TAKEN' | 'CLOSED';
type Code = Extract<Awaited<ReturnType<typeof answer>>, { ok: false }>['code'];
type Shown = Extract<ReturnType<typeof inForm>, { ok: false }>['code'];

/** For a `default` that no code may reach. */
const unreachable = (code: never): string => code;

/** One word for each of the codes that every action has. */
const builtIn: Record<BuiltInCode, string> = {
  VALIDATION: 'x',
  UNAUTHENTICATED: 'x',
  FORBIDDEN: 'x',
  NOT_FOUND: 'x',
  CROSS_ORIGIN: 'x',
  RATE_LIMITED: 'x',
  CONFLICT: 'x',
  TIMEOUT: 'x',
  UNAVAILABLE: 'x',
  INTERNAL: 'x',
};
const isBuiltIn = (code: string): code is BuiltInCode => code in builtIn;

test('a result has the built-in codes and those of its action, and no other', () => {
  expectTypeOf<Code>().toEqualTypeOf<BuiltInCode | Own>();
});

test('a form shows them, those that arise in the browser, and none before it was sent', () => {
  expectTypeOf<Shown>().toEqualTypeOf<BuiltInCode | Own | LocalCode | undefined>();
});

test('a switch over a result compiles with every code, and not without one of its own', () => {
  const complete = (code: Code): string => {
    if (isBuiltIn(code)) return builtIn[code];
    switch (code) {
      case 'TAKEN':
      case 'CLOSED':
        return 'x';
      default:
        return unreachable(code);
    }
  };
  const forgetful = (code: Code): string => {
    if (isBuiltIn(code)) return builtIn[code];
    switch (code) {
      case 'TAKEN':
        return 'x';
      default:
        // @ts-expect-error -- CLOSED is left out
        return unreachable(code);
    }
  };
  const misspelt = (code: Code): boolean => {
    // @ts-expect-error -- no such code
    return code === 'CLOSD';
  };
  expectTypeOf([complete, forgetful, misspelt]).toBeArray();
});

test('and not without a built-in one', () => {
  const forgetful = (code: Code): string => {
    switch (code) {
      case 'TAKEN':
      case 'CLOSED':
      case 'VALIDATION':
      case 'UNAUTHENTICATED':
      case 'FORBIDDEN':
      case 'NOT_FOUND':
      case 'CROSS_ORIGIN':
      case 'RATE_LIMITED':
      case 'TIMEOUT':
      case 'UNAVAILABLE':
      case 'INTERNAL':
        return 'x';
      default:
        // @ts-expect-error -- CONFLICT is left out
        return unreachable(code);
    }
  };
  expectTypeOf(forgetful).returns.toBeString();
});

test('in a form, the codes of the browser are asked for, too', () => {
  const complete = (code: Shown): string => {
    if (code === undefined || isBuiltIn(code)) return 'x';
    switch (code) {
      case 'TAKEN':
      case 'CLOSED':
      case 'STALE_PAGE':
      case 'OFFLINE':
      case 'TOO_LARGE':
        return 'x';
      default:
        return unreachable(code);
    }
  };
  const forgetful = (code: Shown): string => {
    if (code === undefined || isBuiltIn(code)) return 'x';
    switch (code) {
      case 'TAKEN':
      case 'CLOSED':
      case 'STALE_PAGE':
      case 'TOO_LARGE':
        return 'x';
      default:
        // @ts-expect-error -- OFFLINE is left out
        return unreachable(code);
    }
  };
  expectTypeOf([complete, forgetful]).toBeArray();
});
