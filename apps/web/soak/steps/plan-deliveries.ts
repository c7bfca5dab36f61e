import type { Sender } from '@repo/actions/testing';

/** An event, as its sender has it. */
export interface SentEvent {
  sender: Sender;
  id: string;
  type: string;
  body: string;
  /** Whether it decides an org's plan. */
  hasEffect: boolean;
}

/** What has to be true of a subscription in the end. */
export interface Subscription {
  id: string;
  orgId: string;
  plan: string;
  /** Seconds since the epoch. */
  asOf: number;
}

/** What is sent, and what has to come of it. */
export interface Plan {
  events: SentEvent[];
  /** Each event at least once, in no order. */
  deliveries: SentEvent[];
  subscriptions: Subscription[];
}

const PLANS = [
  { plan: 'free', status: 'incomplete', price: 'team_monthly' },
  { plan: 'team', status: 'active', price: 'team_monthly' },
  { plan: 'business', status: 'past_due', price: 'business_yearly' },
  { plan: 'team', status: 'trialing', price: 'team_yearly' },
  { plan: 'business', status: 'active', price: 'business_monthly' },
];
/** Of every ten events. */
const OTHERS = { github: 1, standard: 1, invoices: 1 };

/**
 * Subscriptions of these orgs that change their plan again and again, and what else senders send, shuffled, with the
 * given share of duplicates.
 * @param random from 0 to 1, exclusive
 */
export function planDeliveries(
  orgs: readonly string[],
  { amount, duplicates }: { amount: number; duplicates: number },
  random: () => number,
): Plan {
  const subscriptions = orgs.flatMap((orgId) =>
    ['first', 'second'].map((name) => ({ id: `sub_${name}_${orgId}`, orgId, plan: '', asOf: 0 })),
  );
  const distinct = Math.round(amount * (1 - duplicates));
  const events = Array.from({ length: distinct }, (_, index) => {
    const kind = index % 10;
    if (kind < OTHERS.github) return githubEvent(index);
    if (kind < OTHERS.github + OTHERS.standard) return standardEvent(index);
    if (kind < OTHERS.github + OTHERS.standard + OTHERS.invoices)
      return stripeEvent(index, 'invoice.paid', { id: `in_${index}` });
    const at = Math.floor(random() * subscriptions.length);
    return subscriptionEvent(index, subscriptions[at] as Subscription, random());
  });
  const again = Array.from(
    { length: amount - distinct },
    () => events[Math.floor(random() * distinct)] as SentEvent,
  );
  return {
    events,
    deliveries: shuffled([...events, ...again], random),
    subscriptions: subscriptions.filter(({ asOf }) => asOf > 0),
  };
}

/** A later event than all before: what it says holds, whenever it comes. */
function subscriptionEvent(index: number, known: Subscription, chance: number): SentEvent {
  const { plan, status, price } = PLANS[index % PLANS.length] as (typeof PLANS)[number];
  const isEnd = chance > 0.9;
  const created = 1_790_000_000 + index;
  Object.assign(known, { plan: isEnd ? 'free' : plan, asOf: created });
  const object = {
    id: known.id,
    object: 'subscription',
    status: isEnd ? 'canceled' : status,
    metadata: { org_id: known.orgId },
    items: { object: 'list', data: [{ price: { lookup_key: price } }] },
  };
  return stripeEvent(index, `customer.subscription.${isEnd ? 'deleted' : 'updated'}`, object);
}

function stripeEvent(index: number, type: string, object: object): SentEvent {
  const id = `evt_${index}`;
  const created = 1_790_000_000 + index;
  const body = JSON.stringify({ id, object: 'event', type, created, data: { object } });
  return { sender: 'stripe', id, type, body, hasEffect: type.startsWith('customer.') };
}

function githubEvent(index: number): SentEvent {
  const body = JSON.stringify({ ref: 'refs/heads/main', after: `commit ${index}` });
  return { sender: 'github', id: `delivery-${index}`, type: 'push', body, hasEffect: false };
}

function standardEvent(index: number): SentEvent {
  const type = 'contact.created';
  const body = JSON.stringify({ type, data: { id: index } });
  return { sender: 'standard', id: `msg_${index}`, type, body, hasEffect: false };
}

function shuffled<T>(list: T[], random: () => number): T[] {
  for (let at = list.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [list[at], list[other]] = [list[other] as T, list[at] as T];
  }
  return list;
}
