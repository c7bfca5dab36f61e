import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const FORM = /^([A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]{43})$/;

/** A session token is `<public id>.<secret>`: 128 and 256 random bits in base64url. */
export interface Token {
  publicId: string;
  secret: string;
}

export function createToken(): string {
  return `${randomBytes(16).toString('base64url')}.${randomBytes(32).toString('base64url')}`;
}

/** The parts of a token, or null when the text is none. */
export function parseToken(text: string): Token | null {
  const [, publicId, secret] = FORM.exec(text) ?? [];
  return publicId && secret ? { publicId, secret } : null;
}

/** What is stored of a secret: its SHA-256 in hex. Random secrets of 256 bits need no slow hash. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Compares in constant time. */
export function secretMatches(secret: string, storedHash: string): boolean {
  const [given, stored] = [Buffer.from(hashSecret(secret)), Buffer.from(storedHash)];
  return given.length === stored.length && timingSafeEqual(given, stored);
}
