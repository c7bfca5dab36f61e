import { randomBytes, randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { startPostgres, type Postgres } from '@repo/services/postgres';
import { startStack, type Stack } from '@repo/services/stack';
import { freshDatabase, type FreshDatabase } from '@repo/testing/fresh-database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { postRaw } from '../e2e/steps/post-raw.ts';
import { kept, makeOrgs, pending, subscriptions, watchEffects } from './steps/inbox.ts';
import { startMortalWorkers, type MortalWorkers } from './steps/mortal-workers.ts';
import { planDeliveries } from './steps/plan-deliveries.ts';
import { printFigures } from './steps/print-figures.ts';
import { seeded } from './steps/seeded.ts';
import { sendDeliveries } from './steps/send-deliveries.ts';

const DELIVERIES = { amount: 10_000, duplicates: 0.3 };
const secrets = {
  stripe: `whsec_${randomBytes(24).toString('hex')}`,
  github: randomBytes(24).toString('hex'),
  standard: `whsec_${randomBytes(24).toString('base64')}`,
};

let postgres: Postgres;
let database: FreshDatabase;
let stack: Stack;
let workers: MortalWorkers;

beforeAll(async () => {
  // A server of its own, since it is restarted.
  postgres = await startPostgres({ ephemeral: true });
  database = await freshDatabase(postgres.url);
  stack = await startStack({
    apps: ['web'],
    databaseUrl: database.url,
    env: {
      STRIPE_WEBHOOK_SECRETS: secrets.stripe,
      GITHUB_WEBHOOK_SECRETS: secrets.github,
      STANDARD_WEBHOOK_SECRETS: secrets.standard,
    },
  });
});
afterAll(async () => {
  await workers?.stop();
  await stack?.stop();
  await postgres.stop();
});

/** What a failover does to everybody at once. */
const dropConnections = () =>
  database.rows(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  );

test('a body that comes too slowly is refused in time, and no page waits for it', async () => {
  const slow = postRaw(`${stack.web}/api/webhooks/stripe`, {}, 'x'.repeat(600), 100);
  await sleep(1_000);
  expect((await fetch(`${stack.web}/readyz`)).status).toBe(200);
  const { status, ms } = await slow;
  expect(status).toBe(408);
  // Of the minute that the whole body takes.
  expect(ms).toBeLessThan(30_000);
});

test('10,000 deliveries, a third of them twice, in no order, while workers are killed, connections dropped and the database restarted: each event has one effect, and none is lost', async () => {
  const seed = randomInt(2 ** 31);
  const orgs = await makeOrgs(database, 50);
  await watchEffects(database);
  const plan = planDeliveries(orgs, DELIVERIES, seeded(seed));
  const startedAt = performance.now();
  workers = startMortalWorkers(database.url, 3);
  const sending = sendDeliveries(plan.deliveries, { url: stack.web ?? '', secrets });

  const untilSent = async (share: number) => {
    while (sending.accepted < DELIVERIES.amount * share) await sleep(50);
  };
  let dropped = 0;
  for (const share of [0.15, 0.3]) {
    await untilSent(share);
    dropped += (await dropConnections()).length;
  }
  await untilSent(0.45);
  const downFrom = performance.now();
  await postgres.restart();
  const downMs = performance.now() - downFrom;
  await untilSent(0.75);
  dropped += (await dropConnections()).length;
  await sending.done;
  const sentMs = performance.now() - startedAt;
  workers.spare();
  while ((await pending(database)) > 0) await sleep(250);
  const totalMs = performance.now() - startedAt;

  const { killed, late, ended } = workers;
  await printFigures(database, {
    plan,
    seed,
    sending,
    killed,
    late,
    dropped,
    downMs,
    sentMs,
    totalMs,
  });
  const expected = plan.events.map(({ sender, id, hasEffect }) => ({
    event: `${sender} ${id}`,
    status: hasEffect ? 'applied' : 'recorded',
    effects: hasEffect ? 1 : 0,
    jobs: hasEffect ? 1 : 0,
  }));
  const byEvent = (a: { event: string }, b: { event: string }) => (a.event < b.event ? -1 : 1);
  expect((await kept(database)).toSorted(byEvent)).toEqual(expected.toSorted(byEvent));
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  expect(await subscriptions(database)).toEqual(plan.subscriptions.toSorted(byId));
  expect(ended, 'workers that ended by themselves').toEqual([]);
  expect(killed).toBeGreaterThan(3);
  expect((await fetch(`${stack.web}/readyz`)).status).toBe(200);
});
