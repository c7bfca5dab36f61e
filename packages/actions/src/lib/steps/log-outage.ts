import { describeError } from '../classify-error.ts';
import type { Limiter } from '../limit/limiter.ts';
import type { Ports } from '../ports.ts';

const EVERY_MS = 60_000;

/** When the outage of a store was last told, and how many calls met it since. */
const told = new WeakMap<Limiter, { at: number; since: number }>();

/** Tells that the store of limits does not answer: at most one line a minute, with the calls that met it. */
export function logOutage(
  { limiter, logger }: Pick<Ports, 'limiter' | 'logger'>,
  call: { action: string; onOutage: string },
  error: unknown,
): void {
  const now = performance.now();
  const last = told.get(limiter);
  if (last && now - last.at < EVERY_MS) {
    last.since += 1;
    return;
  }
  told.set(limiter, { at: now, since: 0 });
  const calls = (last?.since ?? 0) + 1;
  logger.warn({ ...call, calls, err: describeError(error, []) }, 'limit store does not answer');
}
