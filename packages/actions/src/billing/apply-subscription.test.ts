import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { database } from '@repo/db/client';
import { getOrgPlan } from '@repo/db/queries/subscriptions';
import { orgs, subscriptions, webhookEvents } from '@repo/db/schema';
import { seedDatabase, useTestDatabase } from '@repo/db/testing';
import { applyJob } from '../lib/webhooks/apply-job.ts';
import { SAMPLES } from '../lib/webhooks/send-sample.ts';
import { createTestOrg } from '../testing.ts';
import { allWebhooks } from '../webhooks/effects.ts';

await useTestDatabase();

const silent = () => {};
const logger = { info: silent, warn: silent, error: silent };
const job = applyJob(allWebhooks);

interface Told {
  org?: string | undefined;
  subscription?: string;
  type?: 'created' | 'updated' | 'deleted';
  status?: string;
  price?: string | null;
  created?: number;
}

const payloadOf = ({ org, subscription, status, price, created }: Told) => ({
  created: created ?? 1_790_000_000,
  data: {
    object: {
      id: subscription ?? `sub_${randomUUID()}`,
      status: status ?? 'active',
      metadata: { ...(org !== undefined && { org_id: org }) },
      items: { data: [{ price: { lookup_key: price === undefined ? 'team_monthly' : price } }] },
    },
  },
});

/** Keeps an event in the inbox and applies it, as a worker does; how the row ends. */
async function apply(type: string, payload: object) {
  const values = { provider: 'stripe', eventId: `evt_${randomUUID()}`, type };
  const row = { ...values, status: 'received' as const, payload: JSON.stringify(payload) };
  const [kept] = await database().insert(webhookEvents).values(row).returning();
  const input = { id: kept?.id ?? '' };
  const call = { input, attempt: 1, jobId: 'test', signal: AbortSignal.timeout(9_000), logger };
  await database().transaction((tx) => job.run({ ...call, tx }));
  const [ended] = await database()
    .select()
    .from(webhookEvents)
    .where(eq(webhookEvents.id, input.id));
  return `${ended?.status} ${ended?.lastErrorCode}`;
}
const tell = (told: Told) =>
  apply(`customer.subscription.${told.type ?? 'updated'}`, payloadOf(told));

test.each([
  ['active', 'team_monthly', 'Team'],
  ['trialing', 'team_yearly', 'Team'],
  ['past_due', 'business_monthly', 'Business'],
  ['incomplete', 'team_monthly', 'Free'],
  ['unpaid', 'business_yearly', 'Free'],
  ['canceled', null, 'Free'],
])('a subscription that is %s at %s makes the plan %s', async (status, price, name) => {
  const { id } = await createTestOrg();
  expect(await tell({ org: id, status, price })).toBe('applied null');
  expect(await getOrgPlan(id)).toMatchObject({ name });
});

test('a deleted subscription ends the plan, whatever its status and its price say', async () => {
  const [{ id }, subscription] = [await createTestOrg(), `sub_${randomUUID()}`];
  await tell({ org: id, subscription });
  expect(await getOrgPlan(id)).toMatchObject({ name: 'Team' });
  const end = { org: id, subscription, type: 'deleted', price: 'unheard_of' } as const;
  expect(await tell(end)).toBe('applied null');
  expect(await getOrgPlan(id)).toMatchObject({ name: 'Free' });
});

test.each<[string, object, string]>([
  ['no org', payloadOf({}), 'UNKNOWN_ORG'],
  ['an org that is none', payloadOf({ org: 'northwind' }), 'UNKNOWN_ORG'],
  ['an org that is not here', payloadOf({ org: randomUUID() }), 'UNKNOWN_ORG'],
  ['a price of no plan', payloadOf({ org: randomUUID(), price: 'gold' }), 'UNKNOWN_PRICE'],
  ['no lookup key', payloadOf({ org: randomUUID(), price: null }), 'UNKNOWN_PRICE'],
  ['no subscription', { created: 1, data: { object: { id: 'x' } } }, 'UNREADABLE'],
])(
  'an event with %s fails at once, by its code, and changes nothing',
  async (_title, payload, code) => {
    const before = await database().$count(subscriptions);
    expect(await apply('customer.subscription.updated', payload)).toBe(`failed ${code}`);
    expect(await database().$count(subscriptions)).toBe(before);
  },
);

test('late, twice, in any order and all at once, events of subscriptions end in the same plan', async () => {
  const history: Told[] = [
    { type: 'created', subscription: 'first', status: 'incomplete', created: 1 },
    { type: 'updated', subscription: 'first', status: 'active', created: 1 },
    { type: 'created', subscription: 'second', price: 'business_monthly', created: 3 },
    { type: 'updated', subscription: 'first', status: 'past_due', created: 4 },
    { type: 'deleted', subscription: 'first', status: 'canceled', created: 5 },
    { type: 'updated', subscription: 'second', price: 'team_yearly', created: 6 },
  ];
  const twice = [...history, ...history];
  const shuffled = fc.shuffledSubarray(twice, { minLength: twice.length });
  const property = fc.asyncProperty(shuffled, async (events) => {
    const { id } = await createTestOrg();
    const told = (event: Told) =>
      tell({ ...event, org: id, subscription: `${event.subscription}-${id}` });
    await Promise.all(events.map(told));
    expect(await getOrgPlan(id)).toMatchObject({ name: 'Team' });
    const kept = await database().select().from(subscriptions).where(eq(subscriptions.orgId, id));
    expect(kept.map(({ plan, asOf }) => `${plan} ${asOf.getTime()}`).toSorted()).toEqual([
      'free 5000',
      'team 6000',
    ]);
  });
  await fc.assert(property, { numRuns: 8 });
});

test('the sample event changes the plan of an org of the sample data', async () => {
  await seedDatabase(database());
  const [juniper] = await database().select().from(orgs).where(eq(orgs.slug, 'juniper'));
  expect(await getOrgPlan(juniper?.id ?? '')).toMatchObject({ name: 'Free', posts: 18 });
  const { type, payload } = SAMPLES.stripe(new Date());
  expect(await apply(type, payload)).toBe('applied null');
  expect(await getOrgPlan(juniper?.id ?? '')).toMatchObject({ name: 'Team', posts: 18 });
});
