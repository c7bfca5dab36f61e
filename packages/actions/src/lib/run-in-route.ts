import type { Access } from '@repo/auth/access';
import type { Session } from '@repo/auth/session';
import type { BuiltInCode, Result } from '../result.ts';
import type { Action, FieldOf } from './definition.ts';
import type { InputSchema } from './form-data/shape.ts';
import { currentPorts, withPorts, type Ports } from './ports.ts';

export interface RouteOptions {
  /**
   * Who is calling, read from a key or a signature of the request. With it the session's cookie is neither read nor
   * written, and the call may come from anywhere. Default: the cookie says it, and as in a form the call has to come
   * from a page of this app.
   */
  caller?: () => Promise<Session | null>;
  /** With a form: the fields that the action declares as `bound`, and `_org`. */
  bound?: object;
}

/** What an action answers to a route handler. */
export interface RouteAnswer<Data, Code extends string, Field extends string> {
  result: Result<Data, Code, Field>;
  /** Where a form would go now (`redirectTo`); nothing is redirected here. */
  location: string | null;
}

/** The caches as a route handler reaches them. */
export interface RouteCache extends Pick<Ports, 'invalidateTag' | 'invalidatePath'> {
  /** Ends when nobody is given what was cached under these tags any more: Next itself answers before. */
  settle: (tags: readonly string[]) => Promise<void>;
}

const STATUS: Record<BuiltInCode, number> = {
  VALIDATION: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CROSS_ORIGIN: 403,
  RATE_LIMITED: 429,
  CONFLICT: 409,
  TIMEOUT: 503,
  UNAVAILABLE: 503,
  INTERNAL: 500,
};

/** Runs an action with all its steps, for a route handler. Redirects become data. */
export async function runInRoute<A extends Access, S extends InputSchema, E, D>(
  cache: RouteCache,
  action: Action<A, S, E, D>,
  input: unknown,
  { caller, bound }: RouteOptions,
): Promise<RouteAnswer<D, BuiltInCode | (keyof E & string), FieldOf<S>>> {
  let location: string | null = null;
  const redirect = (to: string) => {
    location = to;
  };
  const stale: string[] = [];
  const invalidateTag = (tag: string) => {
    stale.push(tag);
    cache.invalidateTag(tag);
  };
  const { invalidatePath } = cache;
  const replaced = { invalidateTag, invalidatePath, redirect };
  const ports = { ...currentPorts(), ...replaced, ...(caller && cookieless(caller)) };
  const run = action as unknown as (
    ...args: unknown[]
  ) => Promise<Result<D, BuiltInCode | (keyof E & string), FieldOf<S>>>;
  const result = await withPorts(ports, () => (bound ? run(bound, input) : run(input)));
  await cache.settle(stale);
  return { result, location };
}

function cookieless(caller: Ports['caller']): Pick<Ports, 'caller' | 'cookieless' | 'cookies'> {
  const cookies = () =>
    Promise.reject(
      new Error(
        'A call whose caller was read from the request sets no cookies: leave `caller` out of the options of runInRoute',
      ),
    );
  return { caller, cookieless: true, cookies };
}

/** The answer as JSON, with the status that says the same. */
export function respond({ result }: RouteAnswer<unknown, string, string>): Response {
  const headers = new Headers({ 'cache-control': 'no-store' });
  if (!result.ok && result.retryAfter) headers.set('retry-after', String(result.retryAfter));
  return Response.json(result, { status: statusOf(result), headers });
}

/** An action's own codes are 422: the request was read, and cannot be done. */
function statusOf(result: Result<unknown, string>): number {
  if (result.ok) return 200;
  return Object.hasOwn(STATUS, result.code) ? STATUS[result.code as BuiltInCode] : 422;
}
