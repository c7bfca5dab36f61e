import { randomUUID } from 'node:crypto';
import { database } from '@repo/db/client';
import { webhookEvents } from '@repo/db/schema';

/** An event of a type that has an effect; given up, if nothing else is said. */
export async function createWebhookEvent(
  event: Partial<typeof webhookEvents.$inferInsert> = {},
): Promise<{ id: string }> {
  const values = {
    provider: 'stripe',
    eventId: `evt_${randomUUID()}`,
    type: 'customer.subscription.updated',
    status: 'failed' as const,
    payload: '{}',
  };
  const [row] = await database()
    .insert(webhookEvents)
    .values({ ...values, ...event })
    .returning();
  if (!row) throw new Error('The insert returned no row');
  return row;
}
