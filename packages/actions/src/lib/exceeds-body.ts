import { MAX_BODY_BYTES } from '../body-limit.ts';

/**
 * Whether something is more than a body can hold once it is written out. A client may name one part in many places:
 * a few kilobytes then stand for more than anybody could walk through, or for a ring without an end.
 */
export function exceedsBody(sent: object): boolean {
  const waiting = [sent];
  let left = MAX_BODY_BYTES;
  for (let next = waiting.pop(); next && left >= 0; next = waiting.pop()) {
    const list = listOf(next);
    if (list) for (const part of list) left -= weigh(part, waiting);
    else
      for (const name of Object.keys(next))
        left -= name.length + weigh((next as Record<string, unknown>)[name], waiting);
  }
  return left < 0;
}

function listOf(value: object): readonly unknown[] | null {
  if (Array.isArray(value)) return value;
  if (value instanceof Map) return [...value.keys(), ...value.values()];
  if (value instanceof Set) return [...value];
  return ArrayBuffer.isView(value) ? [] : null;
}

/** What a part weighs itself; its own parts wait for their turn. */
function weigh(part: unknown, waiting: object[]): number {
  if (typeof part === 'string') return 1 + part.length;
  if (typeof part === 'object' && part !== null) waiting.push(part);
  return 1;
}
