import { and, eq, inArray, isNotNull, lt, sql, type SQL } from 'drizzle-orm';
import type { Transaction } from '../client.ts';
import { mails } from '../schema.ts';

/** A mail of the outbox. */
export type StoredMail = typeof mails.$inferSelect;

/** Keeps a mail until it is delivered. Gives its id. */
export async function insertMail(
  tx: Transaction,
  mail: Pick<StoredMail, 'recipient' | 'subject' | 'content' | 'expiresAt'>,
): Promise<string> {
  const [row] = await tx.insert(mails).values(mail).returning({ id: mails.id });
  if (!row) throw new Error('The insert returned no row');
  return row.id;
}

/** The mail, for whoever delivers it; null when that is done, or given up. Others wait until the transaction ends. */
export async function claimMail(tx: Transaction, id: string): Promise<StoredMail | null> {
  const [row] = await tx
    .select()
    .from(mails)
    .where(and(eq(mails.id, id), eq(mails.status, 'waiting')))
    .for('update');
  return row ?? null;
}

/** Ends the wait of a mail. Only a `kept` one keeps its content. */
export async function settleMail(
  tx: Transaction,
  id: string,
  status: Exclude<StoredMail['status'], 'waiting'>,
): Promise<void> {
  const emptied = status === 'kept' ? {} : { content: null };
  await tx
    .update(mails)
    .set({ status, ...emptied })
    .where(eq(mails.id, id));
}

/**
 * Empties mails that nobody wants any more, and deletes those that were written before this moment. One that is being
 * delivered right now is left for the next time.
 */
export async function removeOldMails(tx: Transaction, before: Date): Promise<void> {
  const unlocked = (which: SQL | undefined) =>
    inArray(
      mails.id,
      tx.select({ id: mails.id }).from(mails).where(which).for('update', { skipLocked: true }),
    );
  await tx
    .update(mails)
    .set({ status: 'expired', content: null })
    .where(unlocked(and(isNotNull(mails.content), lt(mails.expiresAt, sql`now()`))));
  await tx.delete(mails).where(unlocked(lt(mails.createdAt, before)));
}
