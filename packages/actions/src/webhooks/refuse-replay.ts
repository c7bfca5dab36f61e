import type { WebhookListItem } from '@repo/db/queries/webhook-events';
import { hasEffect } from './effects.ts';

/** What decides whether an event can be replayed. */
export type Replayed = Pick<WebhookListItem, 'provider' | 'type' | 'status'> & {
  /** Retention has taken what was sent. */
  isForgotten: boolean;
};

/**
 * Why an event is not replayed: it has had its effect, nothing is done about its type, or what was sent is gone. Null
 * when it lacks its effect and can have it.
 */
export function refuseReplay(event: Replayed): 'APPLIED' | 'NO_EFFECT' | 'FORGOTTEN' | null {
  // Once is once: a second effect would be a second event, and has to come from its sender.
  if (event.status === 'applied') return 'APPLIED';
  if (event.status === 'recorded' && !hasEffect(event)) return 'NO_EFFECT';
  return event.isForgotten ? 'FORGOTTEN' : null;
}
