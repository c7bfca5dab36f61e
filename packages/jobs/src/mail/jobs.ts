import { claimMail, removeOldMails, settleMail } from '@repo/db/writes/mails';
import { z } from 'zod';
import { defineJob } from '../define-job.ts';
import { jobsEnv } from '../env.ts';
import { sendMail } from './send-mail.ts';

/** Delivers one mail of the outbox, and empties it. Tried again for most of a day, unless it expires before. */
export const deliverMail = defineJob({
  id: 'mail.deliver',
  input: z.object({ id: z.uuid() }),
  retries: 30,
  run: async ({ input: { id }, tx, signal, logger }) => {
    const mail = await claimMail(tx, id);
    if (!mail?.content) return;
    if (mail.expiresAt < new Date()) {
      logger.warn({ mail: id }, 'mail expired before it could be delivered');
      return settleMail(tx, id, 'expired');
    }
    const { SMTP_URL, ...env } = jobsEnv();
    if (!SMTP_URL) return settleMail(tx, id, 'kept');
    const outgoing = { id, to: mail.recipient, subject: mail.subject, ...mail.content };
    const sent = await sendMail({ SMTP_URL, ...env }, outgoing, signal);
    if (!sent) logger.warn({ mail: id }, 'mail refused by the server of its recipient');
    return settleMail(tx, id, sent ? 'sent' : 'refused');
  },
});

const KEPT_DAYS = 30;
const DAY_MS = 86_400_000;

/** Forgets what mails said that could not be delivered in time, and after a month that they were there. */
export const removeOld = defineJob({
  id: 'mail.removeOld',
  input: z.object({}),
  retries: 2,
  schedule: '*/15 * * * *',
  run: ({ tx }) => removeOldMails(tx, new Date(Date.now() - KEPT_DAYS * DAY_MS)),
});
