import type { Transaction } from '@repo/db/client';
import { insertMail } from '@repo/db/writes/mails';
import { z } from 'zod';
import { enqueue } from './enqueue.ts';
import { deliverMail } from './mail/jobs.ts';
import { renderMail } from './mail/render-mail.ts';

/** A mail to one person: plain text and at most one link, from which both its forms are made. */
export interface Mail {
  /** One address. */
  to: string;
  subject: string;
  /** Paragraphs above the link. */
  above: readonly string[];
  /** What there is to do. Its address begins with `appUrl()`, never with what a request says of its host. */
  link?: { label: string; url: URL };
  /** Paragraphs below the link. */
  below?: readonly string[];
  /** Later than this nobody wants it: it is given up, and what it says is forgotten. */
  expiresAt: Date;
}

/** What ends up in headers: lines in it would be headers of their own. */
const envelope = z.object({
  to: z.email().max(254),
  subject: z
    .string()
    .min(1)
    .max(200)
    .regex(/^\P{Cc}*$/u),
});

/**
 * Sends a mail once the caller's transaction is committed, and never if it rolls back. A worker delivers it, at least
 * once: see docs/guides/send-a-mail.md.
 * @throws ZodError when the address is not one address, or the subject is not one line
 */
export async function enqueueMail(tx: Transaction, mail: Mail): Promise<void> {
  const { to, subject } = envelope.parse(mail);
  const { expiresAt } = mail;
  const id = await insertMail(tx, {
    recipient: to,
    subject,
    content: renderMail(mail),
    expiresAt,
  });
  await enqueue(tx, deliverMail, { id });
}
