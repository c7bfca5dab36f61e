import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import type { AppName } from '../apps.ts';
import { orgs } from './orgs.ts';
import { users } from './users.ts';

/** One row for each action that was done or refused. Written by the engine only. */
export const auditEvents = pgTable(
  'audit_events',
  {
    id: uuid()
      .primaryKey()
      .default(sql`uuidv7()`),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
    app: text().$type<AppName>().notNull(),
    action: text().notNull(),
    /** `done`, or the code of the refusal. */
    outcome: text().notNull(),
    actorId: uuid().references(() => users.id, { onDelete: 'set null' }),
    orgId: uuid().references(() => orgs.id, { onDelete: 'set null' }),
    /** The id of the row that the call was about, where the action declares it. */
    subjectId: text(),
    errorId: text(),
  },
  (t) => [
    index('audit_events_at').on(t.at.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index('audit_events_action').on(t.action, t.at.desc().nullsFirst()),
    index('audit_events_actor').on(t.actorId, t.at.desc().nullsFirst()),
    check('audit_events_app', sql`${t.app} ~ '^[a-z][a-z0-9]{0,29}$'`),
  ],
);

/** Sliding windows of the Postgres limit driver. Keys are HMACs; rows are disposable. */
export const rateLimits = pgTable(
  'rate_limits',
  {
    key: text().primaryKey(),
    /** Number of the current window since the epoch. */
    slot: bigint({ mode: 'number' }).notNull(),
    current: integer().notNull(),
    previous: integer().notNull(),
    granted: boolean().notNull(),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [index('rate_limits_expiry').on(t.expiresAt)],
);

/** Calls that had their effect, so that a second one with the same key has none. Written by the engine only. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    /** Digest of action, caller and key. */
    claim: text().primaryKey(),
    /** Digest of what was sent. */
    payload: text().notNull(),
    /** What the action answered, less secrets; null only inside of the transaction that makes it. */
    result: jsonb().$type<{ data?: unknown }>(),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [index('idempotency_keys_expiry').on(t.expiresAt)],
);

/** The version of each cache tag, shared by all instances of all apps. A higher one makes older entries stale. */
export const cacheTags = pgTable('cache_tags', {
  tag: text().primaryKey(),
  version: bigint({ mode: 'number' }).notNull(),
});

/** What other systems sent and signed, each event once. Written by the intake of webhooks, and by what applies them. */
export const webhookEvents = pgTable(
  'webhook_events',
  {
    id: uuid()
      .primaryKey()
      .default(sql`uuidv7()`),
    /** `stripe`, `github`, ... */
    provider: text().notNull(),
    /** What the sender calls this event. */
    eventId: text().notNull(),
    /** Digest of the payload, where the sender does not sign the id: then the same bytes are the same event. */
    fingerprint: text(),
    type: text().notNull(),
    receivedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** `recorded`: nothing is to be done about this type. `failed`: given up, until somebody replays it. */
    status: text({ enum: ['received', 'applied', 'failed', 'recorded'] }).notNull(),
    /** The text that was signed. No jsonb: that refuses `\u0000`, and gives back other bytes. */
    payload: text().notNull(),
    attempts: integer().notNull().default(0),
    lastErrorCode: text(),
    /** When the last attempt ended: when it was applied, or failed. */
    lastAttemptAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    unique('webhook_events_once').on(t.provider, t.eventId),
    unique('webhook_events_same_bytes').on(t.provider, t.fingerprint),
    index('webhook_events_received').on(t.receivedAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index('webhook_events_status').on(t.status, t.provider, t.receivedAt),
    check(
      'webhook_events_state',
      sql`${t.status} in ('received', 'applied', 'failed', 'recorded')`,
    ),
    check('webhook_events_provider', sql`${t.provider} ~ '^[a-z][a-z0-9-]{0,39}$'`),
    check('webhook_events_event_id', sql`length(${t.eventId}) between 1 and 255`),
    check('webhook_events_type', sql`length(${t.type}) between 1 and 255`),
  ],
);
