import { eq, sql } from 'drizzle-orm';
import { expect, test, vi } from 'vitest';
import { database, type Transaction } from '@repo/db/client';
import { orgs, webhookEvents } from '@repo/db/schema';
import { useTestDatabase } from '@repo/db/testing';
import { insertWebhookEvent } from '@repo/db/writes/webhook-events';
import { startWorker } from '@repo/jobs/worker';
import { defineWebhook, standardV1, webhookOf } from '../../define-webhook.ts';
import { deliver, newSecret, signed } from '../testing/deliver.ts';
import { applyJob, enqueueWebhookEvent } from './apply-job.ts';
import type { AnyWebhookDefinition } from './definition.ts';

await useTestDatabase();

const SECRET_TEXT = 'nobody reads this in a log';
const outcomes: Record<string, () => Promise<Uppercase<string> | null>> = {
  'org.made': async () => null,
  'org.refused': async () => 'NO_SUCH_THING',
  'org.broken': () => Promise.reject(new Error(`{"text":"${SECRET_TEXT}"} broke it`)),
};
const types = Object.keys(outcomes);

/** Makes an org that is called like the event, and then ends as the type says. */
const definition = webhookOf(
  defineWebhook({
    provider: 'partner',
    secrets: 'STANDARD_WEBHOOK_SECRETS',
    verify: standardV1,
    events: types,
    apply: async ({ event, tx }) => {
      await tx.execute(sql`select pg_sleep(0.02)`);
      await tx.insert(orgs).values({ slug: event.id, name: `${event.type} of Ada` });
      return (await outcomes[event.type]?.()) ?? null;
    },
  }),
) as AnyWebhookDefinition;

const lines: Record<string, unknown>[] = [];
const write = (fields: object) => void lines.push({ ...fields });
const logger = { info: write, warn: write, error: write };
const job = applyJob([definition]);

const read = async (id: string) =>
  (await database().select().from(webhookEvents).where(eq(webhookEvents.id, id)))[0];
const effects = (slug: string) => database().$count(orgs, eq(orgs.slug, slug));

let events = 0;
async function keep(type: string, provider = 'partner') {
  events += 1;
  const payload = `{"text":"${SECRET_TEXT}"}`;
  const event = { provider, eventId: `event-${events}`, fingerprint: null, type, payload };
  const id = (await insertWebhookEvent(database(), { ...event, status: 'received' })) ?? '';
  return { id, slug: event.eventId };
}

function run(id: string, attempt = 1, of = job) {
  const call = { signal: AbortSignal.timeout(9_000), jobId: 'test', attempt, logger };
  return database().transaction((tx) => of.run({ ...call, input: { id }, tx }));
}

test('an event is applied in the transaction that marks it, and its data reach the effect', async () => {
  const { id, slug } = await keep('org.made');
  const undone = database().transaction(async (tx: Transaction) => {
    await job.run({
      input: { id },
      tx,
      jobId: 'x',
      attempt: 1,
      logger,
      signal: AbortSignal.timeout(9_000),
    });
    throw new Error('the worker dies');
  });
  await expect(undone).rejects.toThrow('the worker dies');
  expect([await effects(slug), (await read(id))?.status]).toEqual([0, 'received']);
  await run(id);
  expect(await effects(slug)).toBe(1);
  expect(await read(id)).toMatchObject({ status: 'applied', attempts: 1, lastErrorCode: null });
});

test('of ten jobs of one event at once, and of one that comes later, one has an effect', async () => {
  const { id, slug } = await keep('org.made');
  await Promise.all(Array.from({ length: 9 }, () => run(id)));
  await run(id, 2);
  expect(await effects(slug)).toBe(1);
  expect(await read(id)).toMatchObject({ status: 'applied', attempts: 1 });
});

test('a failure keeps nothing but its code, is tried again, and after the last attempt is given up', async () => {
  const { id, slug } = await keep('org.broken');
  await expect(run(id)).rejects.toThrow('INTERNAL');
  const failed = { status: 'received', attempts: 1, lastErrorCode: 'INTERNAL' };
  expect(await read(id)).toMatchObject(failed);
  await expect(run(id, job.retries)).rejects.toThrow('INTERNAL');
  expect(await read(id)).toMatchObject({ status: 'received', attempts: 2 });
  await expect(run(id, job.retries + 1)).rejects.toThrow('INTERNAL');
  expect(await read(id)).toMatchObject({ ...failed, status: 'failed', attempts: 3 });
  expect(await effects(slug)).toBe(0);
});

test('what the database refuses is a failure with its code as well', async () => {
  const { id, slug } = await keep('org.made');
  await database().insert(orgs).values({ slug, name: 'Taken' });
  await expect(run(id)).rejects.toThrow('INTERNAL');
  expect(await read(id)).toMatchObject({ attempts: 1, lastErrorCode: 'INTERNAL' });
});

test('an event that an effect refuses is given up at once, with its code, and nothing of it is kept', async () => {
  const { id, slug } = await keep('org.refused');
  await run(id);
  const given = { status: 'failed', attempts: 1, lastErrorCode: 'NO_SUCH_THING' };
  expect(await read(id)).toMatchObject(given);
  expect(await effects(slug)).toBe(0);
});

test('a job that is retried after its event was given up applies it', async () => {
  const { id, slug } = await keep('org.made');
  await run(id, job.retries + 1, applyJob([])).catch(() => {});
  expect(await read(id)).toMatchObject({ status: 'failed', lastErrorCode: 'NO_EFFECT' });
  await run(id, job.retries + 2);
  expect([await effects(slug), (await read(id))?.status]).toEqual([1, 'applied']);
});

test('an event that this worker knows no effect of is left to another one', async () => {
  for (const { id } of [await keep('org.made', 'stranger'), await keep('org.unheard')]) {
    await expect(run(id)).rejects.toThrow('NO_EFFECT');
    expect(await read(id)).toMatchObject({ status: 'received', lastErrorCode: 'NO_EFFECT' });
  }
});

test('the log names the event and the code, and never what was sent', async () => {
  lines.splice(0);
  const { id, slug } = await keep('org.broken');
  await run(id).catch(() => {});
  const line = { webhook: 'partner', event: slug, type: 'org.broken', attempt: 1 };
  expect(lines).toMatchObject([{ ...line, code: 'INTERNAL', err: { name: 'Error' } }]);
  expect(JSON.stringify(lines)).not.toContain(SECRET_TEXT);
});

test(
  'a delivery is applied by a worker soon after it is kept; twins of it change nothing',
  { timeout: 60_000 },
  async () => {
    const secret = newSecret();
    const event = await signed('standard', secret, { id: 'from-outside', type: 'org.made' });
    const send = () =>
      deliver(definition, { ...event, secrets: [secret], enqueue: enqueueWebhookEvent });
    await Promise.all([send(), send(), send()]);
    const worker = await startWorker({ jobs: [job], logger, concurrency: 2 });
    try {
      await vi.waitFor(async () => expect(await effects('from-outside')).toBe(1), {
        timeout: 30_000,
      });
    } finally {
      await worker.stop(1_000);
    }
    const jobs = sql`select from pgboss.job where data ->> 'job' = 'webhooks.apply'`;
    expect(await database().execute(jobs)).toHaveLength(1);
  },
);
