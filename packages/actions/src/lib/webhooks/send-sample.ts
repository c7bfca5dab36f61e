import { randomBytes, randomUUID } from 'node:crypto';
import { sign, type Sender } from './sign.ts';

interface Sample {
  type: string;
  id: string;
  payload: object;
}

/** An event as each sender would send it; its id is a new one each time. */
export const SAMPLES: Record<Sender, (at: Date) => Sample> = {
  stripe: (at) => {
    const [id, type] = [`evt_${randomBytes(12).toString('hex')}`, 'customer.subscription.updated'];
    const price = { id: 'price_sample', lookup_key: 'team_monthly' };
    const object = {
      id: 'sub_sample',
      object: 'subscription',
      customer: 'cus_sample',
      status: 'active',
      // The second org of the sample data.
      metadata: { org_id: '019a0000-0000-7000-8000-000000000002' },
      items: { object: 'list', data: [{ id: 'si_sample', price }] },
    };
    const created = Math.floor(at.getTime() / 1000);
    return { id, type, payload: { id, object: 'event', type, created, data: { object } } };
  },
  github: (at) => {
    const [before, after] = [randomBytes(20).toString('hex'), randomBytes(20).toString('hex')];
    const commits = [{ id: after, message: 'A change', timestamp: at.toISOString() }];
    const repository = { id: 1, full_name: 'example/sample' };
    const payload = { ref: 'refs/heads/main', before, after, repository, commits };
    return { id: randomUUID(), type: 'push', payload };
  },
  standard: (at) => {
    const type = 'contact.created';
    const data = { id: randomUUID(), name: 'Somebody' };
    return {
      id: `msg_${randomUUID()}`,
      type,
      payload: { type, timestamp: at.toISOString(), data },
    };
  },
};

const MEANS: Record<number, string> = {
  200: 'kept, or known already: see the log of web, `kept`',
  400: 'refused: the log of web has the reason. Does web run with the same secret?',
  404: 'there is no such address: is web of this checkout running there?',
  405: 'web takes no webhooks of this sender: is its route there, and built?',
  429: 'refused too often from this address: wait a minute',
  503: 'web has no secret of this sender, or no database: the log of web says which',
};

/**
 * Signs a sample event and sends it, twice: the second one is what senders do that got no answer.
 * @returns whether both were answered 200
 */
export async function sendSample(
  { sender, url, secret }: { sender: Sender; url: string; secret: string },
  print: (line: string) => void,
): Promise<boolean> {
  const at = new Date();
  const { id, type, payload } = SAMPLES[sender](at);
  const body = JSON.stringify(payload);
  const headers = await sign[sender]({ secret, body, id, type, at });
  print(`  event    ${type} ${id}, ${body.length} characters`);
  print(`  signed   ${Object.keys(headers).join(', ')}`);
  const statuses: number[] = [];
  for (const which of ['sent', 'again']) {
    const started = performance.now();
    const answer = await fetch(url, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body,
    });
    const ms = Math.round(performance.now() - started);
    statuses.push(answer.status);
    print(
      `  ${which.padEnd(8)} ${answer.status} in ${ms} ms: ${MEANS[answer.status] ?? 'unexpected'}`,
    );
  }
  return statuses.every((status) => status === 200);
}
