import type { Reason } from '../reasons.ts';

/** How far the clocks of sender and receiver may be apart, and a delivery under way: five minutes, both ways. */
const TOLERANCE_SECONDS = 300;

/** Why a time that the sender signed is refused. Nothing but digits is a time: libraries read `1700000000abc`. */
export function refuseTime(seconds: string, now: number): Reason | null {
  if (!/^\d{1,12}$/.test(seconds)) return 'no-signature';
  const age = Math.floor(now / 1000) - Number(seconds);
  if (age > TOLERANCE_SECONDS) return 'too-old';
  return age < -TOLERANCE_SECONDS ? 'too-new' : null;
}
