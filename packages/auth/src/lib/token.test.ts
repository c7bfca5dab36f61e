import * as crypto from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { createToken, hashSecret, parseToken, secretMatches } from './token.ts';

vi.mock('node:crypto', { spy: true });

test('a token is 128 bits of public id and 256 bits of secret', () => {
  const { publicId, secret } = parseToken(createToken()) ?? { publicId: '', secret: '' };
  expect(Buffer.from(publicId, 'base64url')).toHaveLength(16);
  expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
  expect(new Set(Array.from({ length: 1000 }, createToken)).size).toBe(1000);
});

test('a secret fits its own hash only, and is compared in constant time', () => {
  const [secret, other] = [createToken().slice(23), createToken().slice(23)];
  expect(hashSecret(secret)).toMatch(/^[0-9a-f]{64}$/);
  expect(secretMatches(secret, hashSecret(secret))).toBe(true);
  expect(secretMatches(other, hashSecret(secret))).toBe(false);
  expect(crypto.timingSafeEqual).toHaveBeenCalledTimes(2);
});

test('a stored hash of another length fits nothing, and is no error', () => {
  const secret = createToken().slice(23);
  for (const stored of ['', 'a', `${hashSecret(secret)}0`])
    expect(secretMatches(secret, stored)).toBe(false);
});
