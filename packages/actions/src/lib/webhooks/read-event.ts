import type { Delivery, Identity, Verifier } from './definition.ts';

/** What an id or a type of any sender is made of. It cannot begin a body, which is an object. */
const NAME = /^[\w.:/+=-]{1,255}$/;

/** Which event a verified delivery is; null when that cannot be told, or the body is no JSON object. */
export function readEvent(verifier: Verifier, delivery: Delivery): Identity | null {
  const payload = parse(delivery.body);
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload)) return null;
  const found = verifier.identify(payload as Record<string, unknown>, delivery);
  const [id, type] = [found.id, found.type];
  if (typeof id !== 'string' || typeof type !== 'string') return null;
  if (!NAME.test(id) || !NAME.test(type)) return null;
  const { fingerprint } = found;
  return { id, type, ...(typeof fingerprint === 'string' && { fingerprint }) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
