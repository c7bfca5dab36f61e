import type { Session } from '@repo/auth/session';
import { describeError } from '../classify-error.ts';
import type { AnyDefinition } from '../definition.ts';
import { unlimited, type LimitDecision } from '../limit/limiter.ts';
import type { CallRequest, Ports } from '../ports.ts';
import { refuse } from '../refusal.ts';

/**
 * Counts the call before anything is looked at, so that refused callers are limited too.
 * @throws Refusal
 */
export async function enforceLimit(
  ports: Ports,
  { id, rateLimit }: AnyDefinition,
  session: Session | null,
  request: CallRequest,
): Promise<void> {
  if (rateLimit === unlimited) return;
  const caller = session ? `user:${session.user.id}` : `ip:${request.ip}`;
  let decision: LimitDecision;
  try {
    decision = await ports.limiter.limit(id, caller, rateLimit);
  } catch (error) {
    const { onOutage = 'open' } = rateLimit;
    ports.logger.warn(
      { action: id, err: describeError(error, []), onOutage },
      'limit store does not answer',
    );
    if (onOutage === 'closed') throw refuse('UNAVAILABLE');
    return;
  }
  if (!decision.allowed) throw refuse('RATE_LIMITED', { retryAfter: decision.retryAfter });
}
