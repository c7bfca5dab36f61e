import { eq, sql } from 'drizzle-orm';
import type { Transaction } from '../client.ts';
import { PLANS } from '../plans.ts';
import { orgs, subscriptions } from '../schema.ts';

/** A subscription as one event tells of it. */
export type SubscriptionNews = Omit<typeof subscriptions.$inferSelect, 'postQuota'>;

/**
 * Keeps what is newest of a subscription: in whatever order its events come, and however many at once, the same stays.
 * Events of one second have no order at Stripe: the end wins, then what gives more.
 * @returns false when there is no such org
 */
export async function recordSubscription(
  tx: Transaction,
  news: SubscriptionNews,
): Promise<boolean> {
  const [org] = await tx
    .select({ id: orgs.id })
    .from(orgs)
    .where(eq(orgs.id, news.orgId))
    .for('key share');
  if (!org) return false;
  const row = { ...news, postQuota: PLANS[news.plan].posts };
  const { asOf, ended, postQuota } = subscriptions;
  await tx
    .insert(subscriptions)
    .values(row)
    .onConflictDoUpdate({
      target: subscriptions.id,
      set: row,
      setWhere: sql`(excluded.as_of, excluded.ended, excluded.post_quota, excluded.org_id) > (${asOf}, ${ended}, ${postQuota}, ${subscriptions.orgId})`,
    });
  return true;
}
