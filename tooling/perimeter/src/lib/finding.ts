import { CODES, type Code } from './codes.ts';

/** Something to say about the public surface of an app. */
export interface Finding {
  code: Code;
  app: string;
  /** What it is about: an action's id, a handler's method and path, a file and its export. */
  subject: string;
  /** What is different: `access`, `title.maxLength`. Null when it is the whole. */
  property: string | null;
  before: string | null;
  after: string | null;
  /** One sentence: what happened. */
  happened: string;
  /** One sentence: why it matters. */
  why: string;
}

/** A value of the lock for people. */
export function show(value: unknown): string {
  if (value === undefined || value === null) return 'none';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (isLimit(value)) {
    return `${value.max} per ${value.window}${value.onOutage === 'closed' ? ', closed on outage' : ''}`;
  }
  if (Array.isArray(value)) return value.length > 0 ? value.map(String).join(', ') : 'none';
  return JSON.stringify(value);
}

function isLimit(value: unknown): value is { max: number; window: string; onOutage: string } {
  return typeof value === 'object' && value !== null && 'max' in value && 'window' in value;
}

/** One property that is not as it was. */
export interface PropertyChange {
  property: string;
  before: unknown;
  after: unknown;
  /** Why it matters, where it is weaker. Null: it is as strict as before. */
  weaker: string | null;
}

/** A change of one property, as a finding. */
export function changed(app: string, subject: string, change: PropertyChange): Finding {
  const { property, weaker } = change;
  const [before, after] = [show(change.before), show(change.after)];
  const happened = `${subject}: ${property} went from ${before} to ${after}.`;
  const about = { happened, property, before, after };
  return weaker
    ? finding(app, 'WEAKER', subject, { ...about, why: weaker })
    : finding(app, 'CHANGED', subject, about);
}

/** A finding; why it matters is what its code says, unless it knows better. */
export function finding(
  app: string,
  code: Code,
  subject: string,
  about: Pick<Finding, 'happened'> & Partial<Finding>,
): Finding {
  const nothing = { property: null, before: null, after: null, why: CODES[code].why };
  return { code, app, subject, ...nothing, ...about };
}

/** The pages that make an action callable, as the end of a sentence. */
export function carriedBy([first, ...others]: readonly string[]): string {
  if (first === undefined) return '';
  return `, carried by ${first}${others.length > 0 ? ` and ${others.length} more` : ''}`;
}
