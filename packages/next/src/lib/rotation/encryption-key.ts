const BYTES = 32;
const HOW =
  'make one with `npx -y pnpm@12 keys:rotate`, or with: openssl rand -base64 32 (44 characters)';

/**
 * What is wrong with a key of Next's action ids, in one sentence; null when it is fine. Next builds and serves with
 * any text, silently.
 * @param name where it was set, for the sentence
 */
export function keyProblem(name: string, key: string): string | null {
  const bytes = Buffer.from(key, 'base64');
  if (bytes.toString('base64') !== key) return `${name} is not base64: ${HOW}`;
  if (bytes.length === BYTES) return null;
  return `${name} holds ${bytes.length} bytes and needs ${BYTES}: ${HOW}`;
}
