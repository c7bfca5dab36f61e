import { database } from '@repo/db/client';
import { mails } from '@repo/db/schema';
import { desc, eq } from 'drizzle-orm';
import { enqueueMail, type Mail } from '../../enqueue-mail.ts';

const HOUR_MS = 3_600_000;

/** Writes a mail and its job, as an action would. */
export function mailTo(to: string, more: Partial<Mail> = {}): Promise<void> {
  const expiresAt = new Date(Date.now() + HOUR_MS);
  const mail = { to, subject: 'A test', above: ['Hello.'], expiresAt, ...more };
  return database().transaction((tx) => enqueueMail(tx, mail));
}

/** The latest mail to this address, as the outbox has it. */
export async function mailOf(to: string): Promise<typeof mails.$inferSelect | undefined> {
  const [mail] = await database()
    .select()
    .from(mails)
    .where(eq(mails.recipient, to))
    .orderBy(desc(mails.id))
    .limit(1);
  return mail;
}
