import { createHash } from 'node:crypto';

/** Of a value as JSON with sorted keys. */
export function digest(value: unknown): string {
  const text = JSON.stringify(value, (_key, part: unknown) =>
    isObject(part) ? sorted(part) : part,
  );
  return `sha256-${createHash('sha256').update(text).digest('base64url')}`;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sorted(value: object): object {
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
