import type { LockedLimit } from './lock.ts';

const UNITS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

/** `'10 s'` in milliseconds; not a number for what is no span of time. */
export function milliseconds(span: string): number {
  const { amount, unit = '' } = /^(?<amount>[\d.]+) ?(?<unit>[a-z]+)$/.exec(span)?.groups ?? {};
  return Number(amount) * (UNITS[unit] ?? Number.NaN);
}

/**
 * Whether a caller could make more calls than before: in any span as long as the old window, the new limit has to
 * stop at the old maximum. So both the rate and the burst count: 600 an hour is weaker than 10 a minute.
 */
export function allowsMore(before: LockedLimit, after: LockedLimit): boolean {
  const windows = Math.ceil(milliseconds(before.window) / milliseconds(after.window));
  return !(after.max * windows <= before.max);
}
