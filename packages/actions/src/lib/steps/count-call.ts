import type { RateLimit } from '../limit/limiter.ts';
import type { Ports } from '../ports.ts';
import { refuse } from '../refusal.ts';
import { logOutage } from './log-outage.ts';

/**
 * Counts one call of this caller. While the store does not answer, `onOutage` decides.
 * @throws Refusal
 */
export async function countCall(
  ports: Pick<Ports, 'limiter' | 'logger'>,
  action: string,
  caller: string,
  rate: RateLimit,
): Promise<void> {
  const { onOutage = 'open' } = rate;
  const decision = await ports.limiter.limit(action, caller, rate).catch((error: unknown) => {
    logOutage(ports, { action, onOutage }, error);
    return null;
  });
  if (!decision && onOutage === 'closed') throw refuse('UNAVAILABLE');
  if (decision?.allowed === false)
    throw refuse('RATE_LIMITED', { retryAfter: decision.retryAfter });
}
