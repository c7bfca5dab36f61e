import type { LimitDecision, RateLimit } from '../limit/limiter.ts';
import type { Ports } from '../ports.ts';
import { logOutage } from '../steps/log-outage.ts';
import { answer } from './answer.ts';
import { REASONS, type Reason } from './reasons.ts';

/** Refusals per address and sender that are logged. Whoever signs is never counted, so no stranger can keep them out. */
export const REFUSALS: RateLimit = { max: 60, window: '1 m' };

/** Answers with the reason's status, and logs the reason. From an address that was refused too often: 429, not logged. */
export async function refuse(ports: Ports, provider: string, reason: Reason): Promise<Response> {
  const { allowed, retryAfter } = await count(ports, `webhooks.${provider}`);
  const status = REASONS[reason];
  // What was not read of the body is not waited for, and never taken for the next request.
  const headers: Record<string, string> = status === 400 ? {} : { connection: 'close' };
  if (!allowed) return answer(429, { ...headers, 'retry-after': String(retryAfter) });
  ports.logger.warn({ webhook: provider, reason, status }, 'webhook refused');
  return answer(status, headers);
}

async function count(ports: Ports, id: string): Promise<LimitDecision> {
  const { ip } = await ports.request();
  try {
    return await ports.limiter.limit(id, `ip:${ip}`, REFUSALS);
  } catch (error) {
    logOutage(ports, { action: id, onOutage: 'open' }, error);
    return { allowed: true, retryAfter: 0 };
  }
}
