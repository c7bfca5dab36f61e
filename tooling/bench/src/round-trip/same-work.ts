import { eq, isNotNull } from 'drizzle-orm';
import { database } from '@repo/db/client';
import { auditEvents, idempotencyKeys, posts } from '@repo/db/schema';
import { WAYS, ways, type PerWay } from './ways.ts';

/**
 * A way that leaves something out would look fast, and so would a refusal: what was sent has to be there.
 * @throws Error that says which way left out what
 */
export async function requireSameWork(sent: PerWay<number>): Promise<void> {
  const total = ways.reduce((sum, way) => sum + sent[way], 0);
  const found = await database().$count(posts);
  if (found !== total) throw new Error(`${total} posts were sent, ${found} are there`);
  const answered = isNotNull(idempotencyKeys.result);
  const kept = await database().$count(idempotencyKeys, answered);
  if (kept !== total) throw new Error(`${total} posts were sent, but ${kept} answers were kept`);
  for (const way of ways) {
    const events = await database().$count(auditEvents, eq(auditEvents.action, WAYS[way].audited));
    if (events !== sent[way])
      throw new Error(`${way}: ${sent[way]} posts, but ${events} audit events`);
  }
}
