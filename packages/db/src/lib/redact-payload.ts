/** Names whose short texts say what happened, and about which thing. */
const SHOWN =
  /^(?:id|object|type|action|event|status|state|ref|before|after|after_id|currency|interval|plan|price|product|customer|subscription|api_version|zen|timestamp|node_id|.*_(?:id|at))$/;
/** An id, a code or a date: nothing that a person wrote. */
const PLAIN = /^[\w.:/+-]{1,100}$/;
const MAX_DEPTH = 20;

/**
 * A payload for people: its structure, numbers and ids. Other texts are names, addresses and notes of somebody, or
 * keys: of them only the length is left. What is not known is not shown.
 */
export function redactPayload(payload: string): unknown {
  try {
    return redact(JSON.parse(payload), '', 0);
  } catch {
    return hidden(payload);
  }
}

function redact(value: unknown, name: string, depth: number): unknown {
  if (typeof value === 'string')
    return SHOWN.test(name) && PLAIN.test(value) ? value : hidden(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth === MAX_DEPTH) return '[too deep]';
  if (Array.isArray(value)) return value.map((item) => redact(item, name, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      // A name, too, can be what somebody wrote: metadata is a dictionary.
      PLAIN.test(key) ? key : hidden(key),
      redact(inner, key, depth + 1),
    ]),
  );
}

function hidden(text: string): string {
  return `[text of ${text.length}]`;
}
