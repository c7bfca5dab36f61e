import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { startMailCatcher } from '@repo/services/mail-catcher';
import { database } from '@repo/db/client';
import { useTestDatabase } from '@repo/db/testing';
import { sql } from 'drizzle-orm';
import { PgBoss } from 'pg-boss';
import { afterEach, expect, test } from 'vitest';
import { workerDatabase } from '../lib/queue-database.ts';
import { QUEUE, QUEUE_SCHEMA } from '../lib/queue.ts';
import { mailOf, mailTo } from '../lib/testing/mail.ts';
import { until } from '../lib/testing/queue.ts';

await useTestDatabase();

const script = fileURLToPath(new URL('../lib/testing/mail-worker.ts', import.meta.url));
const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

async function worker(smtpUrl: string): Promise<ChildProcess> {
  const env = { ...process.env, SMTP_URL: smtpUrl, MAIL_FROM: 'hello@example.test' };
  const child = spawn(process.execPath, [script], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  await once(child.stdout, 'data');
  return child;
}

const toError = (error: unknown) => new Error('not committed', { cause: error });
const boss = new PgBoss({ db: workerDatabase(toError), schema: QUEUE_SCHEMA, migrate: false });

/** Lets the time pass after which a worker that says nothing has lost its jobs, and that until their next attempt. */
async function passTime(): Promise<void> {
  const minuteAgo = sql`now() - interval '1 minute'`;
  await database().execute(
    sql`update pgboss.job set heartbeat_on = ${minuteAgo} where state = 'active'`,
  );
  await database().execute(sql`update pgboss.queue set monitor_on = ${minuteAgo}`);
  await boss.supervise(QUEUE);
  await database().execute(sql`update pgboss.job set start_after = now() where state = 'retry'`);
}

test(
  'SIGKILL of a worker loses no mail: one that was not taken yet leaves once, one that was leaves again under its id',
  { timeout: 90_000 },
  async () => {
    const handed: { to: string | undefined; id: string | undefined }[] = [];
    const killed = Promise.withResolvers<void>();
    let reached = 0;
    const hold = async () => {
      reached += 1;
      await killed.promise;
    };
    const server = await startMailCatcher({
      onRecipient: (to) => (to === 'before@example.test' ? hold() : undefined),
      onMail: async ({ to: [to], raw }) => {
        handed.push({ to, id: /^Message-ID: (\S+)/m.exec(raw)?.[1] });
        if (to === 'after@example.test') await hold();
      },
    });
    const first = await worker(server.url);
    await mailTo('before@example.test');
    await mailTo('after@example.test');
    await until(() => reached === 2, 'both mails are on their way');
    first.kill('SIGKILL');
    await once(first, 'exit');
    killed.resolve();
    await passTime();
    await worker(server.url);
    const isSent = async (to: string) => (await mailOf(to))?.status === 'sent';
    for (const to of ['before@example.test', 'after@example.test'])
      await until(() => isSent(to), `the mail to ${to} is sent`);
    await server.stop();
    const idOf = async (to: string) => `<${(await mailOf(to))?.id}@example.test>`;
    const before = { to: 'before@example.test', id: await idOf('before@example.test') };
    const after = { to: 'after@example.test', id: await idOf('after@example.test') };
    expect(handed.filter(({ to }) => to === before.to)).toEqual([before]);
    expect(handed.filter(({ to }) => to === after.to)).toEqual([after, after]);
  },
);
