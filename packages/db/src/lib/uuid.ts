const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Postgres refuses other text with an error; ids from addresses are checked first. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}
