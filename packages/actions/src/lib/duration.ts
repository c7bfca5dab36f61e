import type { Window } from './limit/limiter.ts';

const UNITS = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** `'10 s'` in milliseconds. */
export function milliseconds(window: Window): number {
  const [amount, unit] = window.split(' ') as [string, keyof typeof UNITS];
  return Number(amount) * UNITS[unit];
}
