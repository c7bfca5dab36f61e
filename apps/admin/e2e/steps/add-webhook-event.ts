import { randomUUID } from 'node:crypto';
import postgres from 'postgres';

/** An event that was given up; no other test knows it. */
export async function addWebhookEvent(
  payload: object,
): Promise<{ id: string; eventId: string; type: string }> {
  const sql = postgres(process.env.E2E_DATABASE_URL ?? '', { max: 1 });
  const eventId = `evt_${randomUUID()}`;
  const type = 'customer.subscription.updated';
  const [row] = await sql<{ id: string }[]>`
    insert into webhook_events (provider, event_id, type, status, attempts, last_error_code, last_attempt_at, payload)
    values ('stripe', ${eventId}, ${type}, 'failed', 6, 'INTERNAL', now(), ${JSON.stringify(payload)})
    returning id`;
  await sql.end();
  return { id: row?.id ?? '', eventId, type };
}
