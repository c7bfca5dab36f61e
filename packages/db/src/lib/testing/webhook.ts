import { randomUUID } from 'node:crypto';
import { database } from '../../client.ts';
import { webhookEvents } from '../../schema.ts';

/** An event that was received. */
export async function createWebhookEvent(event: Partial<typeof webhookEvents.$inferInsert> = {}) {
  const values = {
    provider: 'stripe',
    eventId: `evt_${randomUUID()}`,
    type: 'invoice.paid',
    status: 'received' as const,
    payload: '{}',
  };
  const [row] = await database()
    .insert(webhookEvents)
    .values({ ...values, ...event })
    .returning();
  if (!row) throw new Error('The insert returned no row');
  return row;
}
