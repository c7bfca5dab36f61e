import type { Access } from '@repo/auth/access';
import type { Audience, Session } from '@repo/auth/session';
import { createSession, validateSession } from '@repo/auth/sessions';
import { database } from '@repo/db/client';
import { ORG_FIELD, type BuiltInCode, type Result } from '../../result.ts';
import type { Action } from '../definition.ts';
import type { InputSchema } from '../form-data/shape.ts';
import { withPorts, type Ports } from '../ports.ts';
import type { TestUser } from './create-people.ts';
import { recordingPorts, TestRedirect, type Recorded } from './recording-ports.ts';

export interface CallOptions {
  /** Who calls: a person of the test database (a real session is made and read back), a session, or nobody. */
  as?: TestUser | Session | null;
  /** The org that the call names, by its slug. */
  org?: { slug: string } | undefined;
  /** What the action was bound to (`.bind(null, { id })`) before it got the form. */
  bound?: object | undefined;
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

/** Any declared action, whatever its types. */
export type TestedAction = (previous: unknown, form: FormData) => Promise<unknown>;

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
  const report = await send(action, argumentsOf(input, options), options);
  return report as CallReport<D, BuiltInCode | (keyof E & string)>;
}

/** What a form, or a call with an object, sends. */
export function argumentsOf(
  input: FormData | object,
  { org, bound }: Pick<CallOptions, 'org' | 'bound'>,
): unknown[] {
  if (!(input instanceof FormData)) return [org ? { ...input, [ORG_FIELD]: org.slug } : input];
  if (org) input.set(ORG_FIELD, org.slug);
  return bound ? [bound, undefined, input] : [undefined, input];
}

/** Sends arguments as they could come over the wire, past the types. */
export async function send(
  action: TestedAction,
  args: readonly unknown[],
  options: CallOptions,
): Promise<CallReport<unknown, string>> {
  const app = options.app ?? 'web';
  const caller = options.fakes?.caller ?? (await callerOf(options.as ?? null, app));
  const { ip = freshAddress(), headers = {}, fakes = {} } = options;
  const { ports, recorded } = recordingPorts({ app, caller, ip, headers }, fakes);
  const run = action as (...args: readonly unknown[]) => Promise<Result<unknown, string>>;
  try {
    const result = await withPorts(ports, () => run(...args));
    return { ...recorded, result, redirect: null };
  } catch (error) {
    if (!(error instanceof TestRedirect)) throw error;
    return { ...recorded, result: null, redirect: error.location };
  }
}

/** Reads the caller as an app does, at each call: from a session of their own. */
export async function callerOf(
  as: TestUser | Session | null,
  app: Audience,
): Promise<Ports['caller']> {
  if (!as) return async () => null;
  if ('memberships' in as) return async () => as;
  const token = await createSession(database(), app, as.id);
  return () => validateSession(app, token);
}

let addresses = 0;

/** An address that no other call of this process comes from. */
export function freshAddress(): string {
  addresses += 1;
  return `10.${(addresses >> 16) & 255}.${(addresses >> 8) & 255}.${addresses & 255}`;
}
