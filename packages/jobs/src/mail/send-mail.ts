import type { JobsEnv } from '../env.ts';

/** A mail that is ready to go. */
export interface OutgoingMail {
  /** The same at each attempt: by it programs that read mail know a second copy. */
  id: string;
  to: string;
  subject: string;
  text: string;
  html: string;
}

/** Milliseconds; together less than the time of an attempt. */
const TIMEOUTS = {
  dnsTimeout: 5_000,
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 20_000,
};
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Hands a mail to the server of `SMTP_URL`. nodemailer is loaded by the first mail only.
 * @returns false when the server will never take it for this recipient
 * @throws Error when it may be taken later: the server is away, is busy, or does not accept our password
 */
export async function sendMail(
  { SMTP_URL, MAIL_FROM }: Required<JobsEnv>,
  { id, to, ...mail }: OutgoingMail,
  signal: AbortSignal,
): Promise<boolean> {
  // Apps write mails, and never send them: it stays out of what they are built of.
  const { createTransport } = await import(/* turbopackIgnore: true */ 'nodemailer');
  const transport = createTransport({
    url: SMTP_URL,
    // A password, and links that open doors, travel along: in clear on this machine only.
    requireTLS: !LOOPBACK.includes(new URL(SMTP_URL).hostname),
    disableFileAccess: true,
    disableUrlAccess: true,
    ...TIMEOUTS,
  });
  const domain = MAIL_FROM.slice(MAIL_FROM.lastIndexOf('@') + 1).replace('>', '');
  try {
    await transport.sendMail({
      ...mail,
      from: MAIL_FROM,
      to: { name: '', address: to },
      messageId: `<${id}@${domain}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
      signal,
    });
    return true;
  } catch (error) {
    if (isRefusal(error)) return false;
    throw withoutWords(error);
  } finally {
    transport.close();
  }
}

/**
 * Whether it is about this mail, and for ever (RFC 5321, 4.2.1): a code from 500 on for the recipient or the content.
 * Not so: 5.7 of RFC 3463, a policy that somebody can change, such as "relaying denied".
 */
function isRefusal(error: unknown): boolean {
  const { command, responseCode, response } = error as Partial<Record<string, unknown>>;
  if (command !== 'RCPT TO' && command !== 'DATA') return false;
  return Number(responseCode) >= 500 && !/^5\d\d[ -]5\.7\./.test(String(response));
}

/**
 * The same without what the server said: it may quote the recipient, the password, and a link that it takes for spam,
 * while that is still good. Codes and the command tell what it was about.
 */
function withoutWords(error: unknown): unknown {
  const { code, command, response } = error as Partial<Record<string, unknown>>;
  if (typeof response !== 'string') return error;
  const numbers = /^\d{3}(?:[ -]\d\.\d{1,3}\.\d{1,3})?/.exec(response)?.[0] ?? 'something else';
  const told = `The mail server answered ${numbers.replace('-', ' ')} to ${String(command)}`;
  return Object.assign(new Error(told), { code });
}
