import { milliseconds } from '../duration.ts';
import { randomUUID } from 'node:crypto';
import { unlimited, type Limiter, type RateLimit } from '../limit/limiter.ts';
import {
  argumentsOf,
  callerOf,
  freshAddress,
  send,
  type CallOptions,
  type TestedAction,
} from './call-action.ts';
import { createTestUser } from './create-people.ts';
import { changedTables, fingerprint, type Fingerprint } from './fingerprint.ts';
import { testLimiter } from './recording-ports.ts';
import { refusalProblems, requireDefinition } from './refusal-problems.ts';

const MOST_CALLS = 100;

export interface LimitedOptions extends CallOptions {
  /** Counts with this `max` instead of the declared one, where that is too high to try. */
  max?: number;
}

/**
 * Calls an action until its declared limit refuses: the call after `max` answers RATE_LIMITED with a `retryAfter`
 * within the window, and leaves no row, no audit event, no cookie. Another caller may still call.
 * Refused calls count as well, so the input need not be valid. Give a caller that has not called before.
 *
 * @param input - a form, an object, or a function that makes one for each call
 * @throws Error for an action that is `unlimited`, and for a `max` over 100: give a lower one in `options`
 */
export async function expectLimited(
  action: TestedAction,
  input: FormData | object | (() => FormData | object),
  options: LimitedOptions = {},
): Promise<void> {
  const { id, rateLimit } = requireDefinition(action);
  if (rateLimit === unlimited)
    throw new Error(`${id} is unlimited: declare rateLimit: { max, window } before testing it`);
  const { max = rateLimit.max, as = null, app = 'web', ip = freshAddress() } = options;
  if (max > MOST_CALLS)
    throw new Error(
      `${id} allows ${max} calls in ${rateLimit.window}, too many to try: expectLimited(..., { max: 3 }) counts with a lower limit`,
    );
  const limiter = withMax(options.fakes?.limiter ?? testLimiter(options.fakes), options.max);
  const fakes = { ...options.fakes, limiter };
  const attempt = (more: CallOptions) =>
    send(action, argumentsOf(typeof input === 'function' ? input() : input, options), {
      ...options,
      ...more,
    });

  const began = windowNow(rateLimit);
  let before: Fingerprint = new Map();
  let calls = 0;
  let limited: Awaited<ReturnType<typeof attempt>> | null = null;
  while (!limited && calls <= 2 * max) {
    calls += 1;
    // A session of its own for each call: the action may be the one that ends it.
    const caller = fakes.caller ?? (await callerOf(as, app));
    // The calls that pass may change rows; the one that does not must not.
    if (calls > max && !fakes.transaction) before = await fingerprint();
    const report = await attempt({ ip, fakes: { ...fakes, caller } });
    if (isLimited(report)) limited = report;
  }
  const declared = `${id} declares ${max} calls in ${rateLimit.window}`;
  if (!limited) throw new Error(`${declared}, and let ${calls} of one caller pass`);
  if (calls <= max)
    throw new Error(
      `${declared}, and refused call ${calls}: had this caller called before? With rateLimitAlso, give a function that makes another input for each call`,
    );
  // At the edge of a window, a part of the count before it is forgiven.
  if (calls > max + 1 && windowNow(rateLimit) === began)
    throw new Error(`${declared}, and refused call ${calls} only`);

  const { retryAfter = 0 } = limited.result?.ok === false ? limited.result : {};
  const inWindow = Number.isInteger(retryAfter) && retryAfter >= 1;
  const tables = fakes.transaction ? [] : changedTables(before, await fingerprint());
  const problems = [
    ...refusalProblems(requireDefinition(action), limited, []),
    ...(inWindow && retryAfter * 1000 <= milliseconds(rateLimit.window)
      ? []
      : [`says retryAfter: ${retryAfter}`]),
    ...(limited.audit.length > 0 ? ['left an audit event, so that a flood fills the log'] : []),
    ...(tables.length > 0 ? [`changed rows of ${tables.join(', ')}`] : []),
  ];
  if (problems.length > 0) throw new Error(`${id}, when limited, ${problems.join('; it ')}`);
  if (isLimited(await attempt(await anotherCaller(options, fakes, ip))))
    throw new Error(`${id} limits another caller, too, as if all were one`);
}

function isLimited({ result }: Awaited<ReturnType<typeof send>>): boolean {
  return result?.ok === false && result.code === 'RATE_LIMITED';
}

function windowNow({ window }: RateLimit): number {
  return Math.floor(Date.now() / milliseconds(window));
}

function withMax(limiter: Limiter, max: number | undefined): Limiter {
  if (max === undefined) return limiter;
  return {
    limit: (action, caller, rate) =>
      // Not of `rateLimitAlso`, which would then stop the other caller, too.
      limiter.limit(action, caller, caller.startsWith('by:') ? rate : { ...rate, max }),
  };
}

/** Another person at the same address, or a stranger at another one. */
async function anotherCaller(
  { as, app = 'web' }: LimitedOptions,
  fakes: NonNullable<CallOptions['fakes']>,
  ip: string,
): Promise<CallOptions> {
  if (!as) return { ip: freshAddress(), fakes };
  const other =
    'memberships' in as
      ? { ...as, user: { ...as.user, id: randomUUID() } }
      : await createTestUser();
  return { ip, fakes: { ...fakes, caller: await callerOf(other, app) } };
}
