import { createHash } from 'node:crypto';
import type { Call } from '../call.ts';
import { payloadDigest } from '../idempotency/payload-digest.ts';
import type { Claim, Earlier } from '../idempotency/store.ts';
import { isSecretField } from '../form-data/typed-values.ts';
import { refuse } from '../refusal.ts';

const TOO_OLD =
  'This form is too old to be submitted. See whether it was saved before; if not, submit it again.';
const OTHER_CONTENT =
  'This form was submitted before, with other content, and that was saved. Submit again to save this as well.';

/**
 * What an idempotent call claims in its transaction; null without a key.
 * @throws Refusal CONFLICT when the key is none of this action's, or too old
 */
export async function readClaim({
  ports,
  definition,
  args,
  shape,
  session,
}: Call): Promise<Claim | null> {
  if (!definition.idempotent || !args?.key || !shape) return null;
  const expiresAt = ports.keys.expiryOf(definition.id, args.key);
  if (!expiresAt) throw refuse('CONFLICT', { errors: { _form: [TOO_OLD] } });
  const caller = session ? `user:${session.user.id}` : 'anonymous';
  const id = createHash('sha256').update(`${definition.id}\n${caller}\n${args.key}`);
  return { id: id.digest('base64url'), payload: await payloadDigest(args, shape), expiresAt };
}

/**
 * The answer that an earlier call with the same key was given.
 * @throws Refusal CONFLICT when that call sent something else
 */
export function replay(claim: Claim, { payload, result }: Earlier): unknown {
  if (payload !== claim.payload) throw refuse('CONFLICT', { errors: { _form: [OTHER_CONTENT] } });
  return result.data;
}

/**
 * What is kept of an answer: JSON, less fields that are secret.
 * @throws Error when JSON would change it: a twin would get another answer
 */
export function keptAnswer(data: unknown, secrets: readonly string[]): { data?: unknown } {
  if (!isJson(data))
    throw new Error(
      'An idempotent action keeps its `data` as JSON: return text, numbers, booleans, null, lists and plain objects',
    );
  const json = JSON.stringify({ data }, (name, value: unknown) =>
    isSecretField(name, secrets) ? undefined : value,
  );
  return JSON.parse(json) as { data?: unknown };
}

function isJson(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (value === undefined || value === null) return true;
  if (Array.isArray(value)) return value.every(isJson);
  if (typeof value !== 'object') return typeof value === 'string' || typeof value === 'boolean';
  return Object.getPrototypeOf(value) === Object.prototype && Object.values(value).every(isJson);
}
