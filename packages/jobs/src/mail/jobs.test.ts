import { startMailCatcher, type MailCatcher } from '@repo/services/mail-catcher';
import { database } from '@repo/db/client';
import { mails } from '@repo/db/schema';
import { useTestDatabase } from '@repo/db/testing';
import { eq, sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { mailOf, mailTo } from '../lib/testing/mail.ts';
import { hurry, recordingLogger, until } from '../lib/testing/queue.ts';
import { startWorker, type Worker } from '../worker.ts';
import { deliverMail, removeOld } from './jobs.ts';

await useTestDatabase();
vi.setConfig({ testTimeout: 30_000 });

const logger = recordingLogger();
let answer: (recipient: string) => void = () => {};
let server: MailCatcher;
let worker: Worker;

beforeAll(async () => {
  server = await startMailCatcher({ onRecipient: (address) => answer(address) });
  Object.assign(process.env, { SMTP_URL: server.url, MAIL_FROM: 'Example <hello@example.test>' });
  worker = await startWorker({ jobs: [deliverMail], logger, concurrency: 2 });
});
afterEach(() => {
  answer = () => {};
});
afterAll(async () => {
  await worker.stop();
  await server.stop();
});

const address = (name: string) => `${name}-${crypto.randomUUID().slice(0, 8)}@example.test`;
const statusIs = (to: string, status: string) =>
  until(async () => (await mailOf(to))?.status === status, `the mail to ${to} is ${status}`);
const received = (to: string) => server.mails.filter((mail) => mail.to.includes(to));
const reply = (responseCode: number, text: string) =>
  Object.assign(new Error(text), { responseCode });
const jobOf = async (to: string) => {
  const [job] = await database().execute<{ id: string; state: string; data: object }>(
    sql`select id, state, data from pgboss.job where data->'input'->>'id' = ${(await mailOf(to))?.id}`,
  );
  return job;
};

test('a mail leaves once, as plain text and as HTML, and nothing of it stays', async () => {
  const to = address('once');
  const url = new URL('https://app.example.test/door?token=s3cr3t');
  const subject = 'Grüße & <b>more</b>';
  await mailTo(to, { subject, above: ['1 < 2 & "so"'], link: { label: 'Open <it>', url } });
  await statusIs(to, 'sent');
  expect(received(to)).toHaveLength(1);
  const [{ from, text, raw } = { from: '', text: '', raw: '' }] = received(to);
  expect(from).toBe('hello@example.test');
  expect(text).toBe('1 < 2 & "so"\n\nOpen <it>:\nhttps://app.example.test/door?token=s3cr3t\n');
  const html = raw.slice(raw.indexOf('text/html')).replaceAll('=\r\n', '');
  expect(html).toContain('1 &lt; 2 &amp; &quot;so&quot;');
  expect(html).toContain('Open &lt;it&gt;');
  expect(html).not.toMatch(/<b>|<it>/);
  expect(raw).toMatch(/^From: Example <hello@example\.test>\r$/m);
  expect(raw).toMatch(/^Auto-Submitted: auto-generated\r$/m);
  const stored = await mailOf(to);
  expect(raw).toContain(`\r\nMessage-ID: <${stored?.id}@example.test>\r\n`);
  expect(stored).toMatchObject({ content: null, status: 'sent' });
});

test('the queue and the log know a mail by its id only', async () => {
  const to = address('quiet');
  const url = new URL('https://app.example.test/door?token=s3cr3t');
  await mailTo(to, { link: { label: 'Open', url } });
  await statusIs(to, 'sent');
  expect(await jobOf(to)).toMatchObject({
    data: { job: 'mail.deliver', input: { id: (await mailOf(to))?.id } },
  });
  expect(JSON.stringify(logger.lines)).not.toMatch(/s3cr3t|quiet-/);
});

test('what a mail server says is not in the log: it may quote the recipient, or a link', async () => {
  const to = address('quoted');
  answer = (recipient) => {
    if (recipient === to)
      throw reply(550, `5.7.1 <${to}> https://app.test/?token=s3cr3t is blocked`);
  };
  await mailTo(to);
  await until(async () => (await jobOf(to))?.state === 'retry', 'it is tried again');
  const told = JSON.stringify(logger.lines, (_, value: unknown) =>
    value instanceof Error ? `${value.message} ${value.stack} ${JSON.stringify(value)}` : value,
  );
  expect(told).toContain('answered 550 5.7.1 to RCPT TO');
  expect(told).not.toMatch(/s3cr3t|quoted-/);
});

test('a mail of a transaction that rolls back was never written', async () => {
  const to = address('never');
  await expect(
    database().transaction(async (tx) => {
      const { enqueueMail } = await import('../enqueue-mail.ts');
      const expiresAt = new Date(Date.now() + 60_000);
      await enqueueMail(tx, { to, subject: 'x', above: [], expiresAt });
      throw new Error('no');
    }),
  ).rejects.toThrow('no');
  expect(await mailOf(to)).toBeUndefined();
});

test('a mail that the server does not take now waits with all it says, and leaves later', async () => {
  const busy = address('busy');
  const denied = address('denied');
  answer = (recipient) => {
    if (recipient === busy) throw reply(451, 'Try again later');
    if (recipient === denied) throw reply(550, '5.7.1 Relaying denied');
  };
  for (const to of [busy, denied]) await mailTo(to);
  for (const to of [busy, denied]) {
    await until(async () => (await jobOf(to))?.state === 'retry', 'it is tried again');
    expect(await mailOf(to)).toMatchObject({ status: 'waiting', content: { text: 'Hello.\n' } });
  }
  answer = () => {};
  for (const to of [busy, denied]) await hurry((await jobOf(to))?.id ?? '');
  for (const to of [busy, denied]) {
    await statusIs(to, 'sent');
    expect(received(to)).toHaveLength(1);
  }
});

test('what is refused for ever is not tried again, says so in the log, and is emptied', async () => {
  const to = address('unknown');
  answer = (recipient) => {
    if (recipient === to) throw reply(550, '5.1.1 No such person');
  };
  await mailTo(to);
  await statusIs(to, 'refused');
  const mail = await mailOf(to);
  expect(mail?.content).toBeNull();
  await until(async () => (await jobOf(to))?.state === 'completed', 'its job is done');
  expect(logger.lines).toContainEqual(
    expect.objectContaining({
      level: 'warn',
      mail: mail?.id,
      message: 'mail refused by the server of its recipient',
    }),
  );
});

test('a mail that nobody wants any more is not delivered', async () => {
  const to = address('late');
  await mailTo(to, { expiresAt: new Date(Date.now() - 1_000) });
  await statusIs(to, 'expired');
  expect((await mailOf(to))?.content).toBeNull();
  expect(received(to)).toEqual([]);
});

test('without a mail server a mail is kept as it is', async () => {
  const to = address('kept');
  vi.stubEnv('SMTP_URL', '');
  await mailTo(to);
  await statusIs(to, 'kept');
  expect((await mailOf(to))?.content).toMatchObject({ text: 'Hello.\n' });
});

test('what expired is emptied, what is a month old goes, and nothing else', async () => {
  const [expired, old, fresh] = [address('expired'), address('old'), address('fresh')];
  const values = (recipient: string, ms: number) => ({
    recipient,
    subject: 'x',
    content: { text: 'x', html: 'x' },
    status: 'kept' as const,
    expiresAt: new Date(Date.now() + ms),
  });
  await database()
    .insert(mails)
    .values([values(expired, -1_000), values(old, 60_000), values(fresh, 60_000)]);
  const monthAgo = sql`now() - interval '31 days'`;
  await database().update(mails).set({ createdAt: monthAgo }).where(eq(mails.recipient, old));
  const call = { input: {}, signal: AbortSignal.timeout(9_000), jobId: 'x', attempt: 1, logger };
  await database().transaction((tx) => removeOld.run({ ...call, tx }));
  expect(await mailOf(expired)).toMatchObject({ status: 'expired', content: null });
  expect(await mailOf(old)).toBeUndefined();
  expect(await mailOf(fresh)).toMatchObject({ status: 'kept', content: { text: 'x' } });
});
