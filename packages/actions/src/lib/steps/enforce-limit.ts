import type { Access } from '@repo/auth/access';
import type { Session } from '@repo/auth/session';
import type { AnyDefinition } from '../definition.ts';
import { unlimited } from '../limit/limiter.ts';
import type { CallRequest, Ports } from '../ports.ts';
import { countCall } from './count-call.ts';

/**
 * Counts the call before anything is looked at, so that refused callers are limited too. Where anyone may call, the
 * address counts: who can sign up could else make a caller for each few calls, by those calls.
 * @throws Refusal
 */
export function enforceLimit(
  ports: Ports,
  { id, access, rateLimit }: AnyDefinition,
  session: Session | null,
  request: CallRequest,
): Promise<void> | undefined {
  if (rateLimit === unlimited) return undefined;
  const isPerson = session && (access as Access).kind !== 'anyone';
  const caller = isPerson ? `user:${session.user.id}` : `ip:${request.ip}`;
  return countCall(ports, id, caller, rateLimit);
}
