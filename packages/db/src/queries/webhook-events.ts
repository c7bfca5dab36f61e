import { and, count, desc, eq, or, sql } from 'drizzle-orm';
import { database } from '../client.ts';
import { contains } from '../lib/contains.ts';
import { PAGE_SIZE, pageOf, type Page } from '../lib/page.ts';
import { redactPayload } from '../lib/redact-payload.ts';
import { storable } from '../lib/storable.ts';
import { isUuid } from '../lib/uuid.ts';
import { webhookEvents } from '../schema.ts';

type Row = typeof webhookEvents.$inferSelect;

/** What became of an event: see the table. */
export type WebhookStatus = Row['status'];

export interface WebhookFilter {
  provider?: string | undefined;
  status?: WebhookStatus | undefined;
  /** Part of the type, or of what the sender calls the event. */
  search?: string | undefined;
  /** Counts from 1. */
  page?: number | undefined;
}

/** An event in a list: without what was sent. */
export type WebhookListItem = Omit<Row, 'payload' | 'fingerprint'>;

const listed = {
  id: webhookEvents.id,
  provider: webhookEvents.provider,
  eventId: webhookEvents.eventId,
  type: webhookEvents.type,
  receivedAt: webhookEvents.receivedAt,
  status: webhookEvents.status,
  attempts: webhookEvents.attempts,
  lastErrorCode: webhookEvents.lastErrorCode,
  lastAttemptAt: webhookEvents.lastAttemptAt,
};

/** Events of all senders, newest first: for the back office only. */
export async function listWebhookEvents(
  filter: WebhookFilter = {},
): Promise<Page<WebhookListItem>> {
  const search = filter.search?.trim();
  const where = and(
    filter.provider ? eq(webhookEvents.provider, storable(filter.provider)) : undefined,
    filter.status ? eq(webhookEvents.status, filter.status) : undefined,
    search
      ? or(contains(webhookEvents.type, search), contains(webhookEvents.eventId, search))
      : undefined,
  );
  const [counted] = await database().select({ total: count() }).from(webhookEvents).where(where);
  const { offset, ...page } = pageOf(counted?.total ?? 0, filter.page ?? 1);
  const rows = await database()
    .select(listed)
    .from(webhookEvents)
    .where(where)
    .orderBy(desc(webhookEvents.receivedAt), desc(webhookEvents.id))
    .limit(PAGE_SIZE)
    .offset(offset);
  return { ...page, rows };
}

/** An event with its payload as people may see it: see `redactPayload`. */
export interface WebhookEventItem extends WebhookListItem {
  payload: unknown;
  /** What was sent is no longer kept. */
  isForgotten: boolean;
}

/** One event; null when there is none. */
export async function getWebhookEvent(id: string): Promise<WebhookEventItem | null> {
  if (!isUuid(id)) return null;
  const [row] = await database()
    .select({ ...listed, payload: webhookEvents.payload })
    .from(webhookEvents)
    .where(eq(webhookEvents.id, id));
  if (!row) return null;
  return { ...row, payload: redactPayload(row.payload), isForgotten: row.payload === '' };
}

/** How a sender does. */
export interface WebhookHealth {
  provider: string;
  lastReceivedAt: Date;
  /** Received within the past 24 hours. */
  lastDay: number;
  /** Still to be applied, and since when the oldest of them waits. */
  waiting: number;
  waitingSince: Date | null;
  /** Given up. */
  failed: number;
}

interface HealthRow extends Record<string, unknown> {
  provider: string;
  last: string;
  day: number;
  waiting: number;
  since: string | null;
  failed: number;
}

/**
 * Health of all senders that ever sent something, in alphabetical order. It reads no more of the inbox than the past
 * day and what is open: one index has each sender and status, found by skipping from one to the next.
 */
export async function getWebhookHealth(): Promise<WebhookHealth[]> {
  const rows = await database().execute<HealthRow>(sql`
    with recursive kind as (
      (select status, provider from ${webhookEvents} order by status, provider limit 1)
      union all
      select next.status, next.provider from kind cross join lateral (
        select status, provider from ${webhookEvents} as event
        where (event.status, event.provider) > (kind.status, kind.provider)
        order by status, provider limit 1
      ) as next
    )
    select
      provider,
      max(last) as last,
      sum(day)::int as day,
      coalesce(sum(open) filter (where status = 'received'), 0)::int as waiting,
      min(since) as since,
      coalesce(sum(open) filter (where status = 'failed'), 0)::int as failed
    from kind cross join lateral (
      select
        (select max(received_at) from ${webhookEvents} as event
          where event.status = kind.status and event.provider = kind.provider) as last,
        (select count(*) from ${webhookEvents} as event
          where event.status = kind.status and event.provider = kind.provider
          and received_at > now() - interval '24 hours') as day,
        (select count(*) from ${webhookEvents} as event
          where event.status = kind.status and event.provider = kind.provider
          and kind.status in ('received', 'failed')) as open,
        (select min(received_at) from ${webhookEvents} as event
          where event.status = kind.status and event.provider = kind.provider
          and kind.status = 'received') as since
    ) as counted
    group by provider order by provider`);
  return rows.map(({ provider, last, day, waiting, since, failed }) => ({
    provider,
    lastReceivedAt: new Date(last),
    lastDay: day,
    waiting,
    waitingSince: since === null ? null : new Date(since),
    failed,
  }));
}
