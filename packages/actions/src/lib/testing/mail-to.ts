import { database } from '@repo/db/client';
import { mails } from '@repo/db/schema';
import { desc, eq } from 'drizzle-orm';

/** What is to be sent to an address, newest first, each with the token of its link. */
export async function mailsTo(email: string) {
  const rows = await database()
    .select()
    .from(mails)
    .where(eq(mails.recipient, email))
    .orderBy(desc(mails.id));
  return rows.map(({ subject, content }) => ({
    subject,
    text: content?.text ?? '',
    html: content?.html ?? '',
    token: /[?&]token=([\w-]+)/.exec(content?.text ?? '')?.[1] ?? '',
  }));
}

/** The newest of them. */
export async function mailTo(email: string) {
  const [mail] = await mailsTo(email);
  if (!mail) throw new Error(`There is no mail to ${email}`);
  return mail;
}
