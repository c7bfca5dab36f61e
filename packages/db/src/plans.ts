/**
 * What an org can have, from least to most: how many posts, and the prices that buy it (lookup keys at Stripe, the same
 * in test and live mode). The number of `free` is also in the trigger `posts_quota`: a test asks for a migration when
 * it changes. Other numbers hold for an org from the next event of its subscription on.
 */
export const PLANS = {
  free: { name: 'Free', posts: 50, prices: [] },
  team: { name: 'Team', posts: 500, prices: ['team_monthly', 'team_yearly'] },
  business: { name: 'Business', posts: 5000, prices: ['business_monthly', 'business_yearly'] },
} as const satisfies Record<string, { name: string; posts: number; prices: readonly string[] }>;

export type Plan = keyof typeof PLANS;

/** From least to most. */
export const PLAN_NAMES = Object.keys(PLANS) as [Plan, ...Plan[]];
