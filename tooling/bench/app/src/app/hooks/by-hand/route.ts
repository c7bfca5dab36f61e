import { createHmac, timingSafeEqual } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { fromDrizzle, PgBoss } from 'pg-boss';
import { database } from '@repo/db/client';
import { webhookEvents } from '@repo/db/schema';

const TOLERANCE_SECONDS = 300;

let queue: PgBoss | undefined;
const boss = () =>
  (queue ??= new PgBoss({
    db: fromDrizzle(database(), sql),
    migrate: false,
    supervise: false,
    schedule: false,
  }));

/** What somebody writes who writes it all into one function: signature, inbox, queue. */
export async function POST(request: Request): Promise<Response> {
  const body = await request.text();
  const signature = request.headers.get('stripe-signature') ?? '';
  const [, time = '', given = ''] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(signature) ?? [];
  const secret = process.env.STRIPE_WEBHOOK_SECRETS ?? '';
  const expected = createHmac('sha256', secret).update(`${time}.${body}`).digest();
  const isFresh = Math.abs(Date.now() / 1000 - Number(time)) < TOLERANCE_SECONDS;
  const bytes = Buffer.from(given, 'hex');
  if (!isFresh || bytes.length !== expected.length || !timingSafeEqual(bytes, expected))
    return new Response(null, { status: 400 });

  const { id, type } = JSON.parse(body) as { id: string; type: string };
  await database().transaction(async (tx) => {
    const [row] = await tx
      .insert(webhookEvents)
      .values({ provider: 'by-hand', eventId: id, type, status: 'received', payload: body })
      .onConflictDoNothing()
      .returning({ id: webhookEvents.id });
    if (!row) return;
    const data = { job: 'webhooks.apply', input: { id: row.id } };
    await boss().send('jobs', data, { db: fromDrizzle(tx, sql), retryLimit: 10 });
  });
  return new Response(null, { status: 200 });
}
