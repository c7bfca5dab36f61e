import { createSession, validateSession } from '@repo/auth/sessions';
import type { Audience, Session } from '@repo/auth/session';
import { database } from '@repo/db/client';
import type { Access } from '@repo/auth/access';
import type { Action } from './lib/definition.ts';
import type { InputSchema } from './lib/form-data/shape.ts';
import { withPorts, type Ports } from './lib/ports.ts';
import type { TestUser } from './lib/testing/create-people.ts';
import { recordingPorts, TestRedirect, type Recorded } from './lib/testing/recording-ports.ts';
import { ORG_FIELD, type BuiltInCode, type Result } from './result.ts';

export {
  createTestOrg,
  createTestPost,
  createTestUser,
  type TestOrg,
  type TestUser,
} from './lib/testing/create-people.ts';

export interface CallOptions {
  /** Who calls: a person of the test database (a real session is made and read back), a session, or nobody. */
  as?: TestUser | Session | null;
  /** The org that the call names, by its slug. */
  org?: { slug: string } | undefined;
  /** The app that the call comes in by. Default: `web`. */
  app?: Audience;
  /** The client's address. Default: one of its own for each call. */
  ip?: string;
  /** Request headers, over those of a form on the app's own page. */
  headers?: Record<string, string>;
  /** Replaces ports, for unit tests without a database. */
  fakes?: Partial<Ports>;
}

/** What an action did in a test. */
export interface CallReport<Data, Code extends string> extends Recorded {
  /** Null when the action redirected. */
  result: Result<Data, Code> | null;
  redirect: string | null;
}

let calls = 0;

/**
 * Calls an action as its users would, without HTTP: with a form (as `useActionState` does) or an object.
 * Everything behind the action is real: `useTestDatabase()` of `@repo/db/testing` has to come first, unless `fakes`
 * stand in for it.
 */
export async function call<A extends Access, S extends InputSchema, E, D>(
  action: Action<A, S, E, D>,
  input: FormData | object,
  options: CallOptions = {},
): Promise<CallReport<D, BuiltInCode | (keyof E & string)>> {
  calls += 1;
  const app = options.app ?? 'web';
  const caller = await callerOf(options.as ?? null, app);
  const ip = options.ip ?? `10.${(calls >> 16) & 255}.${(calls >> 8) & 255}.${calls & 255}`;
  const { ports, recorded } = recordingPorts(
    { app, caller, ip, headers: options.headers ?? {} },
    options.fakes ?? {},
  );
  const args =
    input instanceof FormData
      ? [undefined, withOrg(input, options.org)]
      : [named(input, options.org)];
  try {
    const run = action as unknown as (
      ...args: unknown[]
    ) => Promise<Result<D, BuiltInCode | (keyof E & string)>>;
    return { ...recorded, result: await withPorts(ports, () => run(...args)), redirect: null };
  } catch (error) {
    if (error instanceof TestRedirect)
      return { ...recorded, result: null, redirect: error.location };
    throw error;
  }
}

async function callerOf(as: TestUser | Session | null, app: Audience): Promise<Ports['caller']> {
  if (!as) return async () => null;
  if ('memberships' in as) return async () => as;
  const token = await createSession(database(), app, as.id);
  return () => validateSession(app, token);
}

function withOrg(form: FormData, org: CallOptions['org']): FormData {
  if (org) form.set(ORG_FIELD, org.slug);
  return form;
}

function named(input: object, org: CallOptions['org']): object {
  return org ? { ...input, [ORG_FIELD]: org.slug } : input;
}

/** A form with these fields; a list gives the field several times. */
export function formData(
  fields: Record<string, string | Blob | readonly (string | Blob)[]>,
): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    for (const entry of [value].flat()) form.append(name, entry as string);
  }
  return form;
}
