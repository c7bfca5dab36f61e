import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  index,
  integer,
  pgTable,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import { PLAN_NAMES } from '../plans.ts';
import { orgs } from './orgs.ts';

/**
 * What Stripe said last of each subscription. The best of an org's subscriptions is its plan; without one it is free.
 * The trigger `posts_quota` counts an org's posts against it.
 */
export const subscriptions = pgTable(
  'subscriptions',
  {
    /** What Stripe calls it. */
    id: text().primaryKey(),
    orgId: uuid()
      .notNull()
      .references(() => orgs.id, { onDelete: 'cascade' }),
    /** What it gives at present; `free` when it is not paid for. */
    plan: text({ enum: PLAN_NAMES }).notNull(),
    postQuota: integer().notNull(),
    /** When Stripe made the event that this row comes from. */
    asOf: timestamp({ withTimezone: true }).notNull(),
    /** It was deleted, and does not come back. */
    ended: boolean().notNull(),
  },
  (t) => [
    index('subscriptions_org').on(t.orgId),
    check('subscriptions_plan', sql`${t.plan} ~ '^[a-z]+$'`),
    check('subscriptions_post_quota', sql`${t.postQuota} >= 0`),
  ],
);
