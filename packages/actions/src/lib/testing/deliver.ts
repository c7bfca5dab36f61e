import { randomUUID } from 'node:crypto';
import { withPorts, type Ports, type WebhookPorts } from '../ports.ts';
import type { AnyWebhookDefinition } from '../webhooks/definition.ts';
import { receive } from '../webhooks/receive.ts';
import { sign, type Sender } from '../webhooks/sign.ts';
import { freshAddress } from './call-action.ts';
import { recordingPorts } from './recording-ports.ts';

/** A secret as each sender would give it. */
export const newSecret = (): string =>
  `whsec_${Buffer.from(randomUUID().replaceAll('-', '')).toString('base64')}`;

export interface DeliveryOptions {
  secrets: readonly string[];
  headers?: HeadersInit;
  body?: BodyInit | Uint8Array | null;
  ip?: string;
  fakes?: Partial<Ports>;
  enqueue?: WebhookPorts['enqueue'];
  /** How long the body may take. */
  withinMs?: number;
}

/** Hands a request to a webhook, as a route handler does. */
export async function deliver(definition: AnyWebhookDefinition, options: DeliveryOptions) {
  const { headers = {}, body = null, ip = freshAddress(), fakes = {}, enqueue } = options;
  const from = { app: 'web' as const, headers: {}, ip, caller: async () => null };
  const webhooks = { secrets: () => options.secrets, ...(enqueue && { enqueue }) };
  const { ports, recorded } = recordingPorts(from, { webhooks, ...fakes });
  const init = { method: 'POST', headers, body: body as BodyInit | null, duplex: 'half' };
  const request = new Request('http://localhost:3000/api/webhooks/x', init);
  const response = await withPorts(ports, () => receive(definition, request, options.withinMs));
  const reasons = recorded.log.flatMap(({ reason }) => reason ?? []);
  return {
    status: response.status,
    text: await response.text(),
    response,
    reasons,
    log: recorded.log,
  };
}

/** An event of this sender, signed now. */
export async function signed(
  sender: Sender,
  secret: string,
  event: { id?: string; type?: string; body?: string; at?: Date } = {},
) {
  const { id = `evt_${randomUUID()}`, type = 'thing.done', at = new Date() } = event;
  const body = event.body ?? JSON.stringify({ id, type, text: 'ä' });
  return { id, type, body, headers: await sign[sender]({ secret, body, id, type, at }) };
}
