import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text as read } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

/** A mail as the server was handed it. */
export interface CaughtMail {
  /** The sender and the recipients of the envelope. */
  from: string;
  to: string[];
  /** All of it, headers and both forms. */
  raw: string;
  /** What its plain form says. */
  text: string;
}

/** How `startMailCatcher` is to run. Both may take their time: the client waits, and so long nothing is accepted. */
export interface MailCatcherOptions {
  /** Called with each recipient. What it throws is the answer: an Error with `responseCode`, such as 550. */
  onRecipient?: (address: string) => void | Promise<void>;
  /** Called with each mail before it is accepted; as above. */
  onMail?: (mail: CaughtMail) => void | Promise<void>;
}

/** A mail server that delivers nothing. */
export interface MailCatcher {
  /** For `SMTP_URL`. */
  url: string;
  /** What it has accepted, oldest first. */
  mails: CaughtMail[];
  stop: () => Promise<void>;
}

/** Starts an SMTP server on a free port of 127.0.0.1 that keeps what it accepts in memory. */
export async function startMailCatcher(options: MailCatcherOptions = {}): Promise<MailCatcher> {
  const mails: CaughtMail[] = [];
  const smtp = new SMTPServer({
    authOptional: true,
    // Its own certificate is known to everybody.
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    logger: false,
    onRcptTo: ({ address }, _session, answer) => {
      void after(async () => options.onRecipient?.(address)).then(answer);
    },
    onData: (stream, { envelope }, answer) => {
      const accept = async () => {
        const raw = await read(stream);
        const from = envelope.mailFrom ? envelope.mailFrom.address : '';
        const to = envelope.rcptTo.map(({ address }) => address);
        const mail = { from, to, raw, text: plainForm(raw) };
        await options.onMail?.(mail);
        mails.push(mail);
      };
      void after(accept).then(answer);
    },
  });
  // A client that is killed breaks off: its mail is not accepted.
  smtp.on('error', () => {});
  const server = smtp.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    stop: () => new Promise((resolve) => smtp.close(resolve)),
  };
}

async function after(work: () => Promise<void>): Promise<Error | null> {
  try {
    await work();
    return null;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** The first part that is plain text, its quoted-printable undone (RFC 2045, 6.7). */
function plainForm(raw: string): string {
  const [, rest = ''] = raw.split(/^Content-Type: text\/plain[^]*?\r\n\r\n/im, 2);
  const [part = ''] = rest.split(/\r\n--/, 1);
  const bytes = part
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
  return Buffer.from(bytes, 'latin1').toString().replaceAll('\r\n', '\n');
}
