import type { LockedAction } from './locks.ts';

/** How often an action may be called, in words: the second limit counts by what a call is about. */
export function limitsOf({ rateLimit, rateLimitAlso }: LockedAction): string[] {
  return [rateLimit, rateLimitAlso].flatMap((limit, at) => {
    if (limit === null) return [];
    if (typeof limit === 'string') return [limit];
    return [`${limit.max} per ${limit.window}${at > 0 ? ' by subject' : ''}`];
  });
}

/** What else an action has declared. */
export function guardsOf(action: LockedAction): string[] {
  const limits = [action.rateLimit, action.rateLimitAlso];
  const closed = limits.some((limit) => typeof limit === 'object' && limit?.onOutage === 'closed');
  return [
    closed && 'closed on outage',
    action.authorize && 'rule per row',
    action.idempotent && 'idempotent',
    action.timeout && `timeout ${action.timeout}`,
  ].filter((guard) => typeof guard === 'string');
}
