import { desc, eq } from 'drizzle-orm';
import { database } from '../client.ts';
import { isUuid } from '../lib/uuid.ts';
import { mails } from '../schema.ts';

/** A mail in a list: without its content. */
export type MailListItem = Omit<typeof mails.$inferSelect, 'content'>;

const LATEST = 50;

/** The latest mails, newest first: for development only, as `getMail` shows what opens doors. */
export function listLatestMails(): Promise<MailListItem[]> {
  const { id, recipient, subject, status, createdAt, expiresAt } = mails;
  return database()
    .select({ id, recipient, subject, status, createdAt, expiresAt })
    .from(mails)
    .orderBy(desc(createdAt), desc(id))
    .limit(LATEST);
}

/** One mail with its content, or null: for development only. */
export async function getMail(id: string): Promise<typeof mails.$inferSelect | null> {
  if (!isUuid(id)) return null;
  const [mail] = await database().select().from(mails).where(eq(mails.id, id));
  return mail ?? null;
}
