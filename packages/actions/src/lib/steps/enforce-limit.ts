import type { Session } from '@repo/auth/session';
import type { AnyDefinition } from '../definition.ts';
import { unlimited } from '../limit/limiter.ts';
import type { CallRequest, Ports } from '../ports.ts';
import { countCall } from './count-call.ts';

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
  await countCall(ports, id, caller, rateLimit);
}
