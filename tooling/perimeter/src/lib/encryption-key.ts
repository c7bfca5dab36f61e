const VARIABLE = 'NEXT_SERVER_ACTIONS_ENCRYPTION_KEY';
const AES_BYTES = new Set([16, 24, 32]);

/** Whether a text can be a key: 16, 24 or 32 bytes as base64. */
export function isKey(text: string): boolean {
  const isBase64 = /^[A-Za-z0-9+/]+={0,2}$/.test(text);
  return isBase64 && AES_BYTES.has(Buffer.from(text, 'base64').length);
}

/**
 * What is wrong with the key of a build. Never says the key.
 * @param built the key that the build was made with
 * @param given the value of the variable here, empty when it is not set; null where nothing is served to people
 */
export function keyProblem(
  built: string,
  given: string | null,
): { code: 'BAD_KEY' | 'NO_KEY'; happened: string } | null {
  if (given === '') return { code: 'NO_KEY', happened: `${VARIABLE} is not set.` };
  if (given !== null && !isKey(given))
    return { code: 'BAD_KEY', happened: `${VARIABLE} is not 16, 24 or 32 bytes as base64.` };
  if (!isKey(built))
    return {
      code: 'BAD_KEY',
      happened: 'The build was made with a key that is not 16, 24 or 32 bytes as base64.',
    };
  if (given !== null && given !== built)
    return {
      code: 'BAD_KEY',
      happened: `The build was made with another key than ${VARIABLE} holds here.`,
    };
  return null;
}
