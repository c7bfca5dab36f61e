import { milliseconds } from './duration.ts';
import type { Window } from './limit/limiter.ts';
import { refuse } from './refusal.ts';

/** The time that one call has. */
export interface Deadline {
  /** Aborts when the time is over. */
  signal: AbortSignal;
  /** Milliseconds that are left, at least 1; null without a timeout. */
  left(): number | null;
  /**
   * Waits for work that may go on unheard: it must not hold a transaction.
   * @throws Refusal TIMEOUT when the time is over
   */
  race<T>(work: () => T | Promise<T>): T | Promise<T>;
  /**
   * Waits for work to its end, as a transaction has to be: its connection belongs to the next call afterwards.
   * @throws Refusal TIMEOUT when it ended too late
   */
  finish<T>(work: () => T | Promise<T>): T | Promise<T>;
  /**
   * The outcome of a transaction around such work. When the time is over before the work has ended, the transaction
   * can only roll back: nobody waits for that.
   * @throws Refusal TIMEOUT
   */
  outcome<T>(transaction: Promise<T>): Promise<T>;
}

const never = new AbortController().signal;
const UNBOUNDED: Deadline = {
  signal: never,
  left: () => null,
  race: (work) => work(),
  finish: (work) => work(),
  outcome: (transaction) => transaction,
};

/** Starts the clock of a call. No timeout: no limit. */
export function createDeadline(timeout: Window | undefined): Deadline {
  if (!timeout) return UNBOUNDED;
  const ms = milliseconds(timeout);
  const end = performance.now() + ms;
  const signal = AbortSignal.timeout(ms);

  let finished = false;

  async function inTime<T>(work: () => T | Promise<T>): Promise<T> {
    try {
      signal.throwIfAborted();
      const done = await work();
      signal.throwIfAborted();
      return done;
    } catch (error) {
      throw signal.aborted ? refuse('TIMEOUT') : error;
    }
  }

  return {
    signal,
    left: () => Math.max(1, Math.ceil(end - performance.now())),
    race: (work) => inTime(() => Promise.race([work(), aborted(signal)])),
    async finish(work) {
      const done = await inTime(work);
      finished = true;
      return done;
    },
    outcome(transaction) {
      transaction.catch(() => {});
      const overdue = aborted(signal).catch(() =>
        finished ? transaction : Promise.reject(refuse('TIMEOUT')),
      );
      return Promise.race([transaction, overdue]);
    },
  };
}

/** Listeners go with the signal, which lives as long as its call. */
function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
