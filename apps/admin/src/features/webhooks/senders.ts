import web from '@repo/actions/locks/web.json';
import type { WebhookHealth } from '@repo/db/queries/webhook-events';

/** How a sender does. It has been silent for as long as nothing was received. */
export interface Sender extends Omit<WebhookHealth, 'lastReceivedAt'> {
  lastReceivedAt: Date | null;
}

export type SenderState = 'failing' | 'late' | 'fine' | 'silent';

const LATE_MS = 5 * 60_000;
const taken = web.handlers.flatMap(({ webhook }) => webhook?.provider ?? []);

/** Those that web takes webhooks of, by its lock, and those that once sent something, in alphabetical order. */
export function withSilent(
  health: readonly WebhookHealth[],
  expected: readonly string[] = taken,
): Sender[] {
  const nothing = { lastReceivedAt: null, lastDay: 0, waiting: 0, waitingSince: null, failed: 0 };
  const silent = expected
    .filter((provider) => !health.some((sender) => sender.provider === provider))
    .map((provider) => ({ provider, ...nothing }));
  return [...health, ...silent].toSorted((a, b) => a.provider.localeCompare(b.provider));
}

/** What is to be said first of a sender. Late: an event has waited for more than five minutes. */
export function stateOf(sender: Sender, now = Date.now()): SenderState {
  if (!sender.lastReceivedAt) return 'silent';
  if (sender.failed > 0) return 'failing';
  const { waitingSince } = sender;
  return waitingSince && now - waitingSince.getTime() > LATE_MS ? 'late' : 'fine';
}
