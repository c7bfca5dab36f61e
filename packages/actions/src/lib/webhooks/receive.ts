import { insertWebhookEvent } from '@repo/db/writes/webhook-events';
import { MAX_BODY_BYTES } from '../../body-limit.ts';
import { describeError } from '../classify-error.ts';
import { currentPorts, type Ports } from '../ports.ts';
import { answer } from './answer.ts';
import type { AnyWebhookDefinition, Identity } from './definition.ts';
import { effectOf } from './effect-of.ts';
import { exactText, readBody } from './read-body.ts';
import { readEvent } from './read-event.ts';
import { refuse } from './refuse.ts';

/** How long a body may take to arrive. */
const READ_WITHIN_MS = 10_000;

/**
 * One delivery, from its bytes to the inbox: 1 secrets, 2 bytes, 3 signature, 4 identity, 5 inbox. It is answered when
 * it is kept, and before anything is done about it.
 */
export async function receive(
  definition: AnyWebhookDefinition,
  request: Request,
  withinMs = READ_WITHIN_MS,
): Promise<Response> {
  const { provider, verify } = definition;
  const ports = currentPorts();
  const secrets = ports.webhooks.secrets(definition.secrets);
  if (secrets.length === 0) return refuse(ports, provider, 'no-secret');

  const bytes = await readBody(request, { maxBytes: MAX_BODY_BYTES, withinMs });
  if (typeof bytes === 'string') return refuse(ports, provider, bytes);
  const body = exactText(bytes);
  if (body === null) return refuse(ports, provider, 'not-utf-8');
  if (body === '') return refuse(ports, provider, 'unreadable');

  const delivery = { headers: request.headers, body, secrets, now: Date.now() };
  let fields: object = { webhook: provider };
  try {
    const reason = await verify.verify(delivery);
    if (reason) return await refuse(ports, provider, reason);
    const event = readEvent(verify, delivery);
    if (!event) return await refuse(ports, provider, 'unreadable');
    fields = { ...fields, event: event.id, type: event.type };
    const kept = await keep(ports, definition, event, body);
    ports.logger.info({ ...fields, kept }, 'webhook received');
    return answer(200);
  } catch (error) {
    // A fault of ours: the sender tries again.
    ports.logger.error({ ...fields, err: describeError(error, [body]) }, 'webhook not kept');
    return answer(503);
  }
}

/** @returns false when it is there already */
async function keep(
  ports: Ports,
  definition: AnyWebhookDefinition,
  { id: eventId, type, fingerprint }: Identity,
  payload: string,
): Promise<boolean> {
  const status = effectOf(definition, type) ? ('received' as const) : ('recorded' as const);
  const { provider } = definition;
  const row = { provider, eventId, fingerprint: fingerprint ?? null, type, status, payload };
  const { enqueue } = ports.webhooks;
  if (status === 'recorded' || !enqueue)
    return (await insertWebhookEvent(ports.database(), row)) !== null;
  return ports.transaction(async (tx) => {
    const id = await insertWebhookEvent(tx, row);
    if (id) await enqueue(tx, { id, provider, type });
    return id !== null;
  }, null);
}
