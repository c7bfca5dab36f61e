import type { Call } from '../call.ts';
import { countCall } from './count-call.ts';

/**
 * Counts the call once more, by what it is about: so that many callers share one limit. What this limit stops leaves
 * no row behind, like what the first one stops.
 * @throws Refusal
 */
export async function enforceLimitAlso(
  call: Call,
  known: { input: unknown; session: Call['session'] },
): Promise<void> {
  const { ports, definition } = call;
  if (!definition.rateLimitAlso) return;
  const { by, ...rate } = definition.rateLimitAlso;
  const key = by(known).normalize('NFKC').trim().toLowerCase();
  call.counted = false;
  await countCall(ports, definition.id, `by:${key}`, rate);
  call.counted = true;
}
