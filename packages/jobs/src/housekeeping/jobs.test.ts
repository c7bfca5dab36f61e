import { createHash } from 'node:crypto';
import { database } from '@repo/db/client';
import {
  emailTokens,
  idempotencyKeys,
  rateLimits,
  sessions,
  users,
  webhookEvents,
} from '@repo/db/schema';
import { useTestDatabase } from '@repo/db/testing';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { recordingLogger } from '../lib/testing/queue.ts';
import { removeExpired, tidyWebhooks } from './jobs.ts';

await useTestDatabase();

const logger = recordingLogger();
const call = { input: {}, signal: AbortSignal.timeout(9_000), jobId: 'x', attempt: 1, logger };
const HOUR_MS = 3_600_000;
const from = (ms: number) => new Date(Date.now() + ms);

/** One row of each table that expires at this time, by this name. */
async function addRows(name: string, expiresAt: Date, userId: string) {
  const counter = { slot: 1, current: 1, previous: 0, granted: true };
  await database()
    .insert(rateLimits)
    .values({ key: name, expiresAt, ...counter });
  await database().insert(idempotencyKeys).values({ claim: name, payload: 'x', expiresAt });
  const secretHash = createHash('sha256').update(name).digest('hex');
  const link = { secretHash, purpose: 'reset' as const, email: `${name}@example.test` };
  await database()
    .insert(emailTokens)
    .values({ ...link, expiresAt });
  const lifetime = { expiresAt, absoluteExpiresAt: expiresAt };
  const session = { id: name, secretHash: 'a'.repeat(64), userId, audience: 'web' as const };
  await database()
    .insert(sessions)
    .values({ ...session, ...lifetime });
}

async function names() {
  const db = database();
  const links = await db.select({ email: emailTokens.email }).from(emailTokens);
  const [limits, keys, open] = [
    await db.select({ name: rateLimits.key }).from(rateLimits),
    await db.select({ name: idempotencyKeys.claim }).from(idempotencyKeys),
    await db.select({ name: sessions.id }).from(sessions),
  ];
  const linked = links.map(({ email }) => email.replace('@example.test', ''));
  return [...[...limits, ...keys, ...open].map(({ name }) => name), ...linked];
}

test('what has expired goes; what has not, and what somebody else holds right now, stays', async () => {
  const person = { email: 'p@example.test', name: 'P', passwordHash: 'none' };
  const [user] = await database().insert(users).values(person).returning();
  for (const name of ['expired', 'held']) await addRows(name, from(-HOUR_MS), user?.id ?? '');
  await addRows('valid', from(HOUR_MS), user?.id ?? '');
  await database().transaction(async (other) => {
    await other.execute(sql`select 1 from rate_limits where key = 'held' for update`);
    await other.execute(sql`select 1 from idempotency_keys where claim = 'held' for update`);
    await other.execute(sql`select 1 from sessions where id = 'held' for update`);
    await other.execute(sql`select 1 from email_tokens where email ^@ 'held' for update`);
    await database().transaction((tx) => removeExpired.run({ ...call, tx }));
  });
  expect((await names()).toSorted()).toEqual([
    ...Array<string>(4).fill('held'),
    ...Array<string>(4).fill('valid'),
  ]);
});

async function addEvent(
  status: 'received' | 'applied' | 'failed' | 'recorded',
  days: number,
  job = '',
) {
  const eventId = `${status} ${days} ${job}`.trim();
  const values = { provider: 'stripe', eventId, type: 'x', payload: '{}', status };
  const receivedAt = from(-days * 24 * HOUR_MS);
  const [row] = await database()
    .insert(webhookEvents)
    .values({ ...values, receivedAt })
    .returning();
  const data = JSON.stringify({ job: 'webhooks.apply', input: { id: row?.id } });
  if (job)
    await database().execute(
      sql`insert into pgboss.job (name, data, state) values ('jobs', ${data}, ${job}::pgboss.job_state)`,
    );
}

test('events of webhooks go after 90 days when they are done; one that no job cares for is given up', async () => {
  for (const status of ['applied', 'recorded', 'failed'] as const)
    for (const days of [89, 91]) await addEvent(status, days);
  for (const job of ['created', 'retry', 'active', 'failed', 'completed', ''])
    await addEvent('received', 100, job);
  await database().transaction((tx) => tidyWebhooks.run({ ...call, tx }));
  const left = await database().select().from(webhookEvents);
  const state = left.map(({ eventId, status, lastErrorCode }) => [eventId, status, lastErrorCode]);
  expect(Object.fromEntries(state.map(([id, ...rest]) => [id, rest.join(' ').trim()]))).toEqual({
    'applied 89': 'applied',
    'recorded 89': 'recorded',
    'failed 89': 'failed',
    'failed 91': 'failed',
    'received 100 created': 'received',
    'received 100 retry': 'received',
    'received 100 active': 'received',
    'received 100 failed': 'failed LOST',
    'received 100 completed': 'failed LOST',
    'received 100': 'failed LOST',
  });
});
