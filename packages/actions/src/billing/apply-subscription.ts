import { PLAN_NAMES, PLANS, type Plan } from '@repo/db/plans';
import { recordSubscription } from '@repo/db/writes/subscriptions';
import { z } from 'zod';
import type { WebhookDefinition } from '../define-webhook.ts';

/** The types of Stripe that decide an org's plan. */
export const SUBSCRIPTION_EVENTS = [
  'customer.subscription.created',
  'customer.subscription.updated',
  'customer.subscription.deleted',
] as const;

type Apply = NonNullable<WebhookDefinition<(typeof SUBSCRIPTION_EVENTS)[number]>['apply']>;

/** A payment that is late is asked for again by Stripe; the plan stays until that ends. */
const PAID = new Set(['active', 'trialing', 'past_due']);

/** What is read of an event: https://docs.stripe.com/api/subscriptions/object */
const eventSchema = z.object({
  /** Seconds since the epoch. */
  created: z.int().positive(),
  data: z.object({
    object: z.object({
      id: z.string().min(1).max(255),
      status: z.string(),
      metadata: z.object({ org_id: z.string().optional() }),
      items: z.object({
        data: z.array(z.object({ price: z.object({ lookup_key: z.string().nullish() }) })),
      }),
    }),
  }),
});

/** Sets an org's plan to what Stripe says of a subscription. The org is named by `metadata.org_id`. */
export const applySubscription: Apply = async ({ event, tx }) => {
  const read = eventSchema.safeParse(event.payload);
  if (!read.success) return 'UNREADABLE';
  const { id, status, metadata, items } = read.data.data.object;
  const org = z.uuid().safeParse(metadata.org_id);
  if (!org.success) return 'UNKNOWN_ORG';
  const ended = event.type === 'customer.subscription.deleted';
  const paid = !ended && PAID.has(status);
  const plan = paid ? planOf(items.data.map(({ price }) => price.lookup_key ?? '')) : 'free';
  if (!plan) return 'UNKNOWN_PRICE';
  const asOf = new Date(read.data.created * 1000);
  const known = await recordSubscription(tx, { id, orgId: org.data, plan, asOf, ended });
  return known ? null : 'UNKNOWN_ORG';
};

/** The largest plan that one of these prices buys. */
function planOf(prices: readonly string[]): Plan | undefined {
  return PLAN_NAMES.findLast((plan) => PLANS[plan].prices.some((price) => prices.includes(price)));
}
