/** Names whose short texts say what happened, and about which thing. */
const SHOWN =
  /^(?:id|object|type|action|event|status|state|ref|before|after|currency|interval|plan|price|product|customer|subscription|api_version|timestamp|.*_(?:id|at))$/;
/** Names that begin or end like one of those, and open doors. */
const OPENS = /token|secret|session|passw|key|auth|code|otp|device/i;
/** An id, a code or a date: nothing that a person wrote. */
const PLAIN = /^[\w.:/+-]{1,100}$/;
/** Names of amounts, counts and times. Other numbers may be of a phone, a card, a door. */
const AMOUNT =
  /^(?:id|amount|count|created|quantity|size|total|version|livemode|amount_.*|.*_(?:id|at|amount|count|total|start|end))$/;
/** What developers call a property. */
const PROPERTY = /^[A-Za-z_][\w-]{0,63}$/;
/** Below these, the names are somebody's own as well. */
const DICTIONARY = /^(?:metadata|labels|attributes|properties|custom_fields)$/;
const MAX_DEPTH = 20;
/** Values that a page shows of one payload. */
const MAX_VALUES = 1_000;

/**
 * A payload for people: its structure, ids, amounts and times. Other texts are names, addresses and notes of somebody,
 * or keys: of them only the length is left, and of other numbers nothing. What is not known is not shown.
 */
export function redactPayload(payload: string): unknown {
  if (payload === '') return '[no longer kept]';
  try {
    return redact(JSON.parse(payload), { name: '', isOwn: false, depth: 0 }, { left: MAX_VALUES });
  } catch {
    return hidden(payload);
  }
}

interface Place {
  /** Of the property that holds the value, or the list that it is in. */
  name: string;
  /** Somebody's own dictionary. */
  isOwn: boolean;
  depth: number;
}

function redact(value: unknown, place: Place, budget: { left: number }): unknown {
  const { name, isOwn, depth } = place;
  if (typeof value === 'string') return !isOwn && isShown(name, value) ? value : hidden(value);
  if (typeof value === 'number') return !isOwn && AMOUNT.test(name) ? value : '[number]';
  if (typeof value !== 'object' || value === null) return value;
  if (depth === MAX_DEPTH) return '[too deep]';
  if (Array.isArray(value)) {
    const shown: unknown[] = [];
    for (const item of value) {
      if (budget.left-- <= 0) break;
      shown.push(redact(item, { ...place, depth: depth + 1 }, budget));
    }
    const more = value.length - shown.length;
    return more > 0 ? [...shown, `[${more} more]`] : shown;
  }
  return redactObject(value, place, budget);
}

function redactObject(value: object, { isOwn, depth }: Place, budget: { left: number }): unknown {
  const entries = Object.entries(value);
  const shown = new Map<string, unknown>();
  for (const [key, inner] of entries) {
    if (budget.left-- <= 0) break;
    const label = !isOwn && PROPERTY.test(key) ? key : unused(hidden(key), shown);
    const own = isOwn || DICTIONARY.test(key);
    shown.set(label, redact(inner, { name: key, isOwn: own, depth: depth + 1 }, budget));
  }
  const more = entries.length - shown.size;
  if (more > 0) shown.set(`[${more} more]`, null);
  return Object.fromEntries(shown);
}

function isShown(name: string, text: string): boolean {
  return SHOWN.test(name) && !OPENS.test(name) && PLAIN.test(text);
}

/** Two names of one length are two names. */
function unused(label: string, taken: ReadonlyMap<string, unknown>): string {
  let name = label;
  for (let count = 2; taken.has(name); count += 1) name = `${label} ${count}`;
  return name;
}

function hidden(text: string): string {
  return `[text of ${text.length}]`;
}
