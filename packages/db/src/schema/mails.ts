import { sql } from 'drizzle-orm';
import { check, index, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

/**
 * The outbox: a mail is written in the transaction of what it is about, and delivered by a job. Written by `enqueueMail`
 * and that job only.
 */
export const mails = pgTable(
  'mails',
  {
    id: uuid()
      .primaryKey()
      .default(sql`uuidv7()`),
    recipient: text().notNull(),
    subject: text().notNull(),
    /** Null as soon as nobody needs it any more: it may hold a link that opens a door. */
    content: jsonb().$type<{ text: string; html: string }>(),
    /**
     * `refused`: the recipient's server will never take it. `expired`: it could not be delivered in its time.
     * `kept`: there is no server to send it by, as in development.
     */
    status: text({ enum: ['waiting', 'sent', 'refused', 'expired', 'kept'] })
      .notNull()
      .default('waiting'),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** Later than this nobody wants it: it is not delivered, and its content goes. */
    expiresAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [
    index('mails_created').on(t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index('mails_with_content')
      .on(t.expiresAt)
      .where(sql`${t.content} is not null`),
    check('mails_status', sql`${t.status} in ('waiting', 'sent', 'refused', 'expired', 'kept')`),
    check(
      'mails_recipient',
      sql`${t.recipient} ~ '^[^[:cntrl:][:space:],<>]+@[^[:cntrl:][:space:],<>]+$'`,
    ),
    check('mails_subject', sql`${t.subject} !~ '[[:cntrl:]]' and length(${t.subject}) <= 200`),
    check('mails_content', sql`${t.content} is null or ${t.status} in ('waiting', 'kept')`),
  ],
);
