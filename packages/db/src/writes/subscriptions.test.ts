import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { database } from '../client.ts';
import { createOrg, createPost } from '../lib/testing/rows.ts';
import { PLANS, type Plan } from '../plans.ts';
import { getOrgPlan } from '../queries/subscriptions.ts';
import { posts, subscriptions } from '../schema.ts';
import { useTestDatabase } from '../testing.ts';
import { violates } from '../violates.ts';
import { recordSubscription, type SubscriptionNews } from './subscriptions.ts';

await useTestDatabase();

const org = await createOrg();
const record = (news: SubscriptionNews) =>
  database().transaction((tx) => recordSubscription(tx, news));
const at = (seconds: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, seconds));

type Fact = readonly [seconds: number, plan: Plan, ended?: boolean];
const news = (id: string, [seconds, plan, ended = false]: Fact, orgId = org.id) => ({
  id,
  orgId,
  plan,
  asOf: at(seconds),
  ended,
});
const stateOf = async (id: string) => {
  const [row] = await database().select().from(subscriptions).where(eq(subscriptions.id, id));
  return row && [row.asOf, row.plan, row.ended, row.postQuota];
};

function permutationsOf<T>(items: readonly T[]): T[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((item, index) =>
    permutationsOf(items.toSpliced(index, 1)).map((rest) => [item, ...rest]),
  );
}

test.each<[string, Fact[], Fact]>([
  [
    'what is newest',
    [
      [1, 'free'],
      [2, 'team'],
      [3, 'business'],
      [4, 'team'],
    ],
    [4, 'team'],
  ],
  [
    'the end, when it is newest',
    [
      [1, 'team'],
      [2, 'business'],
      [3, 'free', true],
    ],
    [3, 'free', true],
  ],
  [
    'the end of its second',
    [
      [1, 'team'],
      [3, 'free', true],
      [3, 'business'],
    ],
    [3, 'free', true],
  ],
  [
    'of one second what gives more',
    [
      [3, 'free'],
      [3, 'business'],
      [3, 'team'],
    ],
    [3, 'business'],
  ],
])('in all orders of events %s stays', async (title, facts, [seconds, plan, ended = false]) => {
  const orders = permutationsOf(facts);
  await Promise.all(
    orders.map(async (order, index) => {
      const id = `sub_${title}_${index}`;
      for (const fact of order) await record(news(id, fact));
      expect(await stateOf(id)).toEqual([at(seconds), plan, ended, PLANS[plan].posts]);
    }),
  );
});

test('many events of one subscription at once end in the same state', async () => {
  const facts = Array.from({ length: 30 }, (_, index): Fact => [index % 10, 'team']);
  await Promise.all(
    [[10, 'business'] as const, ...facts].map((fact) => record(news('sub_all', fact))),
  );
  expect(await stateOf('sub_all')).toEqual([at(10), 'business', false, PLANS.business.posts]);
});

test('an org that is not there is told, and nothing is kept', async () => {
  const nobody = news('sub_nobody', [1, 'team'], '00000000-0000-7000-8000-000000000000');
  expect(await record(nobody)).toBe(false);
  expect(await stateOf('sub_nobody')).toBeUndefined();
});

test('the plan of an org is the best that its subscriptions give, and free without one', async () => {
  const paying = await createOrg();
  const { id } = paying;
  await createPost(paying);
  const planOf = async () => {
    const { name, postQuota, posts: used } = await getOrgPlan(id);
    return [name, postQuota, used];
  };
  expect(await planOf()).toEqual(['Free', PLANS.free.posts, 1]);
  await record(news('sub_old', [1, 'team'], id));
  await record(news('sub_new', [2, 'business'], id));
  expect(await planOf()).toEqual(['Business', PLANS.business.posts, 1]);
  await record(news('sub_new', [3, 'free', true], id));
  expect(await planOf()).toEqual(['Team', PLANS.team.posts, 1]);
  await record(news('sub_old', [3, 'free', true], id));
  expect(await planOf()).toEqual(['Free', PLANS.free.posts, 1]);
});

test('the database counts with the free quota that plans.ts says: a new one takes a migration', async () => {
  const [trigger] = await database().execute<{ definition: string }>(
    sql`select pg_get_triggerdef(oid) as definition from pg_trigger where tgname = 'posts_quota'`,
  );
  expect(trigger?.definition).toMatch(`posts_within_quota('${PLANS.free.posts}')`);
});

test('plans are listed from least to most, and no two give the same', () => {
  const quotas = Object.values(PLANS).map(({ posts: quota }) => quota);
  expect(quotas).toEqual([...new Set(quotas)].toSorted((a, b) => a - b));
});

/** Fills an org up to so many posts below its quota. */
async function fill(to: typeof org, quota: number, left: number) {
  await database().execute(sql`
    insert into posts (org_id, author_id, slug, title, topic, body)
    select ${to.id}, ${to.author.id}, 'filler-' || n, 'Filler', 'news', 'Text.'
    from generate_series(1, ${quota - left}::int) as n`);
}

const refused = (error: unknown) => violates(error, 'posts_quota');

test('of twenty posts at once, as many are made as the quota has room for', async () => {
  const full = await createOrg();
  await fill(full, PLANS.free.posts, 3);
  const all = await Promise.allSettled(Array.from({ length: 20 }, () => createPost(full)));
  expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
  const reasons = all.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
  expect(reasons.every(refused)).toBe(true);
  expect(await database().$count(posts, eq(posts.orgId, full.id))).toBe(PLANS.free.posts);
});

test('a larger plan makes room at once; when it ends nothing is lost, and nothing is added', async () => {
  const full = await createOrg();
  await fill(full, PLANS.free.posts, 0);
  await expect(createPost(full)).rejects.toSatisfy(refused);
  await record(news('sub_full', [1, 'team'], full.id));
  await createPost(full);
  await record(news('sub_full', [2, 'free', true], full.id));
  await expect(createPost(full)).rejects.toSatisfy(refused);
  expect(await getOrgPlan(full.id)).toMatchObject({ posts: PLANS.free.posts + 1 });
});

test('an org never has room for less than the free plan gives', async () => {
  const paid = await createOrg();
  await record(news('sub_small', [1, 'free'], paid.id));
  await database()
    .update(subscriptions)
    .set({ postQuota: 0 })
    .where(eq(subscriptions.id, 'sub_small'));
  await createPost(paid);
  expect(await getOrgPlan(paid.id)).toEqual({
    name: 'Free',
    postQuota: PLANS.free.posts,
    posts: 1,
  });
});
