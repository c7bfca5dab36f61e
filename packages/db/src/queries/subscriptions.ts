import { desc, eq } from 'drizzle-orm';
import { database } from '../client.ts';
import { PLANS } from '../plans.ts';
import { posts, subscriptions } from '../schema.ts';

/** An org's plan, and how much of it is used. */
export interface OrgPlan {
  name: string;
  /** How many posts it may have. It may have more, from a larger plan; then no new one is made. */
  postQuota: number;
  posts: number;
}

/** The best of what an org's subscriptions give; the free plan without one. */
export async function getOrgPlan(orgId: string): Promise<OrgPlan> {
  const db = database();
  const best = db
    .select({ plan: subscriptions.plan, postQuota: subscriptions.postQuota })
    .from(subscriptions)
    .where(eq(subscriptions.orgId, orgId))
    .orderBy(desc(subscriptions.postQuota))
    .limit(1);
  const [[paid], used] = await Promise.all([best, db.$count(posts, eq(posts.orgId, orgId))]);
  const { name } = PLANS[paid?.plan ?? 'free'];
  return { name, postQuota: Math.max(paid?.postQuota ?? 0, PLANS.free.posts), posts: used };
}
