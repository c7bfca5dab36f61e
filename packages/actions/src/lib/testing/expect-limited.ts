import { milliseconds } from '../duration.ts';
import type { RateLimit } from '../limit/limiter.ts';
import type { CallOptions, CallReport, TestedAction } from './call-action.ts';
import { changedTables, fingerprint, type Fingerprint } from './fingerprint.ts';
import { trialOfCaller, trialOfTopic, type OtherCall, type TriedInput } from './limit-trial.ts';
import { refusalProblems, requireDefinition } from './refusal-problems.ts';

const MOST_CALLS = 100;

export interface LimitedOptions extends CallOptions {
  /**
   * Which limit is tried: that of one caller, or that of what the calls are about, whoever makes them. Default:
   * `rateLimit`.
   */
  limit?: 'rateLimit' | 'rateLimitAlso';
  /** Needed with `rateLimitAlso`: what makes a call about something else, which is not limited. */
  other?: OtherCall;
  /** Counts with this `max` instead of the declared one, where that is too high to try. */
  max?: number;
}

/**
 * Calls an action until its declared limit refuses: the call after `max` answers RATE_LIMITED with a `retryAfter`
 * within the window, and leaves no row, no audit event, no cookie. Another caller may still call.
 * Refused calls count as well, so the input need not be valid. Give a caller that has not called before.
 * With `limit: 'rateLimitAlso'` each call comes from another address, with an input that passes validation; `other` is
 * about something else, by its `input` or by who calls (`as`, `org`), and still answered.
 *
 * @param input - a form, an object, or a function that makes one for each call
 * @throws Error for an action without that limit, and for a `max` over 100: give a lower one in `options`
 */
export async function expectLimited(
  action: TestedAction,
  input: TriedInput,
  options: LimitedOptions = {},
): Promise<void> {
  const { id } = requireDefinition(action);
  const tryLimit = options.limit === 'rateLimitAlso' ? trialOfTopic : trialOfCaller;
  const { rate, again, apart, hints } = tryLimit(action, input, options);
  const { max = rate.max, fakes = {} } = options;
  if (max > MOST_CALLS)
    throw new Error(
      `${id} allows ${max} calls in ${rate.window}, too many to try: expectLimited(..., { max: 3 }) counts with a lower limit`,
    );

  const began = windowNow(rate);
  let before: Fingerprint = new Map();
  let calls = 0;
  let limited: CallReport<unknown, string> | null = null;
  while (!limited && calls <= 2 * max) {
    calls += 1;
    const call = await again();
    // The calls that pass may change rows; the one that does not must not.
    if (calls > max && !fakes.transaction) before = await fingerprint();
    const report = await call();
    if (isLimited(report)) limited = report;
  }
  const declared = `${id} declares ${max} calls in ${rate.window}`;
  if (!limited) throw new Error(`${declared}, and let ${calls} ${hints.never}`);
  if (calls <= max) throw new Error(`${declared}, and refused call ${calls}${hints.early}`);
  // At the edge of a window, a part of the count before it is forgiven.
  if (calls > max + 1 && windowNow(rate) === began)
    throw new Error(`${declared}, and refused call ${calls} only`);

  const { retryAfter = 0 } = limited.result?.ok === false ? limited.result : {};
  const inWindow = Number.isInteger(retryAfter) && retryAfter >= 1;
  const tables = fakes.transaction ? [] : changedTables(before, await fingerprint());
  const problems = [
    ...refusalProblems(requireDefinition(action), limited, []),
    ...(inWindow && retryAfter * 1000 <= milliseconds(rate.window)
      ? []
      : [`says retryAfter: ${retryAfter}`]),
    ...(limited.audit.length > 0 ? ['left an audit event, so that a flood fills the log'] : []),
    ...(tables.length > 0 ? [`changed rows of ${tables.join(', ')}`] : []),
  ];
  if (problems.length > 0) throw new Error(`${id}, when limited, ${problems.join('; it ')}`);
  const other = await apart();
  if (isLimited(await other())) throw new Error(`${id} ${hints.apart}`);
}

function isLimited({ result }: CallReport<unknown, string>): boolean {
  return result?.ok === false && result.code === 'RATE_LIMITED';
}

function windowNow({ window }: RateLimit): number {
  return Math.floor(Date.now() / milliseconds(window));
}
