import { sql } from 'drizzle-orm';
import {
  check,
  foreignKey,
  index,
  pgTable,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { memberships, orgs } from './orgs.ts';

/**
 * What an org writes. A draft has no `publishedAt`; a hidden post was taken down by staff.
 * The composite key to memberships makes an author of another org impossible.
 */
export const posts = pgTable(
  'posts',
  {
    id: uuid()
      .primaryKey()
      .default(sql`uuidv7()`),
    orgId: uuid()
      .notNull()
      .references(() => orgs.id, { onDelete: 'cascade' }),
    authorId: uuid().notNull(),
    slug: text().notNull(),
    title: text().notNull(),
    topic: text({ enum: ['news', 'guide', 'release'] }).notNull(),
    summary: text(),
    body: text().notNull(),
    publishedAt: timestamp({ withTimezone: true }),
    hiddenAt: timestamp({ withTimezone: true }),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    updatedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    foreignKey({
      name: 'posts_author_of_org',
      columns: [t.orgId, t.authorId],
      foreignColumns: [memberships.orgId, memberships.userId],
    }),
    unique('posts_org_id').on(t.orgId, t.id),
    unique('posts_org_slug').on(t.orgId, t.slug),
    index('posts_org_created').on(
      t.orgId,
      t.createdAt.desc().nullsFirst(),
      t.id.desc().nullsFirst(),
    ),
    check('posts_slug', sql`${t.slug} ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(${t.slug}) <= 80`),
    check('posts_title', sql`length(btrim(${t.title})) between 1 and 200`),
    check('posts_topic', sql`${t.topic} in ('news', 'guide', 'release')`),
    check('posts_summary', sql`length(${t.summary}) between 1 and 300`),
    check('posts_body', sql`length(${t.body}) between 1 and 20000`),
  ],
);
