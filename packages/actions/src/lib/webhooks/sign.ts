import { createHmac } from 'node:crypto';
import { sign as signGithub } from '@octokit/webhooks-methods';
import { Webhook } from 'standardwebhooks';

/** An event to be signed: for tests, and for `pnpm webhook:send`. */
export interface Unsigned {
  secret: string;
  body: string;
  /** Where it travels beside the body. */
  id: string;
  /** Where it travels beside the body. */
  type: string;
  /** When it is signed. */
  at: Date;
}

/** The headers that a sender puts beside a body, by how it signs. */
export const sign = {
  stripe: async ({ secret, body, at }: Unsigned): Promise<Record<string, string>> => {
    const time = seconds(at);
    const signature = createHmac('sha256', secret).update(`${time}.${body}`).digest('hex');
    return { 'stripe-signature': `t=${time},v1=${signature}` };
  },
  github: async ({ secret, body, id, type }: Unsigned): Promise<Record<string, string>> => ({
    'x-hub-signature-256': await signGithub(secret, body),
    'x-github-delivery': id,
    'x-github-event': type,
  }),
  standard: async ({ secret, body, id, at }: Unsigned): Promise<Record<string, string>> => ({
    'webhook-id': id,
    'webhook-timestamp': seconds(at),
    'webhook-signature': new Webhook(secret).sign(id, at, body),
  }),
};

/** Senders that this kit has a way for. */
export type Sender = keyof typeof sign;

function seconds(at: Date): string {
  return String(Math.floor(at.getTime() / 1000));
}
