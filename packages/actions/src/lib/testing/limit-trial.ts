import { randomUUID } from 'node:crypto';
import type { Access } from '@repo/auth/access';
import type { Session } from '@repo/auth/session';
import { unlimited, type Limiter, type RateLimit } from '../limit/limiter.ts';
import {
  argumentsOf,
  callerOf,
  freshAddress,
  send,
  type CallOptions,
  type CallReport,
  type TestedAction,
} from './call-action.ts';
import { createTestUser, type TestUser } from './create-people.ts';
import type { Ports } from '../ports.ts';
import { testLimiter } from './recording-ports.ts';
import { requireDefinition } from './refusal-problems.ts';

/** A form, an object, or what makes one for each call. */
export type TriedInput = FormData | object | (() => FormData | object);

interface TrialOptions extends CallOptions {
  max?: number;
  other?: OtherCall;
}

/** A call about something else than the others: by its input, or by who makes it. */
export interface OtherCall extends Pick<CallOptions, 'as' | 'org'> {
  input?: FormData | object;
}

/** A call that is ready to be sent: its session is made. */
export type ReadyCall = () => Promise<CallReport<unknown, string>>;

/** One way of running into a limit. */
export interface LimitTrial {
  rate: RateLimit;
  /** One more call that is counted with those before it. */
  again: () => Promise<ReadyCall>;
  /** A call that is counted apart from those. */
  apart: () => Promise<ReadyCall>;
  /** What the test may have got wrong when the limit comes too early, or never; and what is not apart. */
  hints: { early: string; never: string; apart: string };
}

/** The limit of one caller (`rateLimit`): a person, or an address. */
export function trialOfCaller(
  action: TestedAction,
  input: TriedInput,
  options: TrialOptions,
): LimitTrial {
  const { id, access, rateLimit } = requireDefinition(action);
  if (rateLimit === unlimited)
    throw new Error(`${id} is unlimited: declare rateLimit: { max, window } before testing it`);
  const { as = null, app = 'web', ip = freshAddress(), max } = options;
  const fakes = counting(options, (limiter) => ({
    // Not of `rateLimitAlso`, which would then stop the other caller, too.
    limit: (of, caller, rate) =>
      limiter.limit(of, caller, max === undefined || isTopic(caller) ? rate : { ...rate, max }),
  }));
  const ready = (caller: Ports['caller'], from: string) => {
    const more = { ip: from, fakes: { ...fakes, caller } };
    return () => send(action, argumentsOf(made(input), options), { ...options, ...more });
  };
  // A session of its own for each call: the action may be the one that ends it.
  const own = async () => fakes.caller ?? (await callerOf(as, app));
  return {
    rate: rateLimit,
    again: async () => ready(await own(), ip),
    apart: async () => {
      if (!as || (access as Access).kind === 'anyone') return ready(await own(), freshAddress());
      return ready(await callerOf(await somebodyLike(as), app), ip);
    },
    hints: {
      early:
        ': had this caller called before? With rateLimitAlso, give a function that makes another input for each call',
      never: 'of one caller pass',
      apart: 'limits another caller, too, as if all were one',
    },
  };
}

/** The limit of what a call is about (`rateLimitAlso`), whoever calls: each call comes from another address. */
export function trialOfTopic(
  action: TestedAction,
  input: TriedInput,
  options: TrialOptions,
): LimitTrial {
  const { id, rateLimitAlso } = requireDefinition(action);
  if (!rateLimitAlso)
    throw new Error(`${id} has no second limit: declare rateLimitAlso: { by, max, window }`);
  const { other, max } = options;
  if (!other)
    throw new Error(
      `expectLimited(..., { limit: 'rateLimitAlso', other: { input } }) needs a call about something else, which ${id} still answers`,
    );
  const fakes = counting(options, (limiter) => ({
    limit: async (of, caller, rate) =>
      isTopic(caller)
        ? limiter.limit(of, caller, max === undefined ? rate : { ...rate, max })
        : { allowed: true, retryAfter: 0 },
  }));
  const ready = async (tried: TriedInput, by: TrialOptions) => {
    const caller = fakes.caller ?? (await callerOf(by.as ?? null, by.app ?? 'web'));
    const more = { ip: freshAddress(), fakes: { ...fakes, caller } };
    return () => send(action, argumentsOf(made(tried), by), { ...by, ...more });
  };
  return {
    rate: rateLimitAlso,
    again: () => ready(input, options),
    apart: () => ready(other.input ?? input, { ...options, ...other }),
    hints: {
      early: ': was it called about the same before?',
      never: 'about the same pass: only those are counted that pass access and validation',
      apart: 'limits calls about something else, too',
    },
  };
}

/** Another person; a session that a test wrote itself becomes that of one. */
async function somebodyLike(as: TestUser | Session): Promise<TestUser | Session> {
  if (!('memberships' in as)) return createTestUser();
  return { ...as, user: { ...as.user, id: randomUUID() } };
}

function counting(
  { fakes }: TrialOptions,
  wrap: (limiter: Limiter) => Limiter,
): NonNullable<CallOptions['fakes']> {
  return { ...fakes, limiter: wrap(fakes?.limiter ?? testLimiter(fakes)) };
}

/** How the second limit names what it counts. */
function isTopic(caller: string): boolean {
  return caller.startsWith('by:');
}

function made(input: TriedInput): FormData | object {
  return typeof input === 'function' ? input() : input;
}
