import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** How long a key can be used, and its answer is kept. */
export const KEY_LIFETIME_MS = 24 * 3_600_000;

/** Makes and checks the keys that forms carry, so that a submit has its effect once. */
export interface IdempotencyKeys {
  /** A new key for one submit of this action. */
  issue(action: string): string;
  /** When the key stops being valid; null when it is none of this action's, or too old. */
  expiryOf(action: string, key: string): Date | null;
}

/**
 * Keys as `<time>.<random>.<signature>`. The signature binds them to one action: a key cannot be made up, nor be
 * taken from another form.
 * @param secret key of the HMAC
 */
export function createIdempotencyKeys(secret: string, now = () => Date.now()): IdempotencyKeys {
  const sign = (action: string, text: string) =>
    createHmac('sha256', secret).update(`idempotency:${action}:${text}`).digest('base64url');

  return {
    issue(action) {
      const text = `${now().toString(36)}.${randomBytes(16).toString('base64url')}`;
      return `${text}.${sign(action, text)}`;
    },
    expiryOf(action, key) {
      const end = key.lastIndexOf('.');
      const text = key.slice(0, end);
      if (key.length > 200 || !isSame(key.slice(end + 1), sign(action, text))) return null;
      const expiresAt = Number.parseInt(text, 36) + KEY_LIFETIME_MS;
      return expiresAt > now() ? new Date(expiresAt) : null;
    },
  };
}

function isSame(given: string, right: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
