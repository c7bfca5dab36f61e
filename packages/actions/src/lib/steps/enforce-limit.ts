import type { Session } from '@repo/auth/session';
import type { AnyDefinition } from '../definition.ts';
import { unlimited } from '../limit/limiter.ts';
import type { CallRequest, Ports } from '../ports.ts';
import { countCall } from './count-call.ts';

/**
 * Counts the call before anything is looked at, so that refused callers are limited too.
 * @throws Refusal
 */
export function enforceLimit(
  ports: Ports,
  { id, rateLimit }: AnyDefinition,
  session: Session | null,
  request: CallRequest,
): Promise<void> | undefined {
  if (rateLimit === unlimited) return undefined;
  const caller = session ? `user:${session.user.id}` : `ip:${request.ip}`;
  return countCall(ports, id, caller, rateLimit);
}
