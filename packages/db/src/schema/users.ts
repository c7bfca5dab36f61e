import { sql } from 'drizzle-orm';
import { check, index, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import type { AppName } from '../apps.ts';

/** People who can sign in. `staffRole` makes somebody a person of the back office. */
export const users = pgTable(
  'users',
  {
    id: uuid()
      .primaryKey()
      .default(sql`uuidv7()`),
    email: text().notNull().unique(),
    name: text().notNull(),
    passwordHash: text().notNull(),
    staffRole: text({ enum: ['moderator', 'admin'] }),
    disabledAt: timestamp({ withTimezone: true }),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    index('users_created').on(t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    check(
      'users_email_normal',
      sql`${t.email} = lower(btrim(${t.email})) and ${t.email} like '%_@_%'`,
    ),
    check('users_name_present', sql`length(btrim(${t.name})) between 1 and 100`),
    check('users_staff_role', sql`${t.staffRole} in ('moderator', 'admin')`),
  ],
);

/** Signed-in browsers. The secret half of a token is stored as its SHA-256 only. */
export const sessions = pgTable(
  'sessions',
  {
    id: text().primaryKey(),
    secretHash: text().notNull(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    audience: text().$type<AppName>().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
    absoluteExpiresAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [
    index('sessions_user').on(t.userId),
    index('sessions_expiry').on(t.expiresAt),
    check('sessions_audience', sql`${t.audience} ~ '^[a-z][a-z0-9]{0,29}$'`),
    check('sessions_secret_hash', sql`${t.secretHash} ~ '^[0-9a-f]{64}$'`),
    check('sessions_lifetime', sql`${t.expiresAt} <= ${t.absoluteExpiresAt}`),
  ],
);

/**
 * Links in mails that prove who reads an address: one for each purpose, so that a newer one ends the older. Stored is
 * the SHA-256 of what the link holds.
 */
export const emailTokens = pgTable(
  'email_tokens',
  {
    secretHash: text().primaryKey(),
    purpose: text({ enum: ['sign-up', 'reset'] }).notNull(),
    email: text().notNull(),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [
    unique('email_tokens_one').on(t.purpose, t.email),
    index('email_tokens_expiry').on(t.expiresAt),
    check('email_tokens_purpose', sql`${t.purpose} in ('sign-up', 'reset')`),
    check('email_tokens_secret_hash', sql`${t.secretHash} ~ '^[0-9a-f]{64}$'`),
    check(
      'email_tokens_email_normal',
      sql`${t.email} = lower(btrim(${t.email})) and ${t.email} like '%_@_%'`,
    ),
  ],
);
