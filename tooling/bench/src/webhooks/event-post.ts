import { createHmac } from 'node:crypto';
import type { FormPost } from '../round-trip/form-post.ts';

let sent = 0;

/** A new event about a subscription, signed as Stripe does: 1 kB, as a small one of theirs has. */
export function eventPost(secret: string): FormPost {
  sent += 1;
  const object = {
    id: `sub_${sent}`,
    object: 'subscription',
    status: 'active',
    metadata: { org_id: '019a0000-0000-7000-8000-000000000001' },
    items: { object: 'list', data: [{ price: { lookup_key: 'team_monthly' } }] },
    description: 'x'.repeat(600),
  };
  const time = Math.floor(Date.now() / 1000);
  const type = 'customer.subscription.updated';
  const event = { id: `evt_${sent}`, object: 'event', type, created: time, data: { object } };
  const body = JSON.stringify(event);
  const signature = createHmac('sha256', secret).update(`${time}.${body}`).digest('hex');
  return {
    headers: {
      'content-type': 'application/json',
      'stripe-signature': `t=${time},v1=${signature}`,
    },
    body,
  };
}
