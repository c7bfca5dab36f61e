import type { LockedField } from './lock.ts';

export interface FieldChange {
  /** `title.maxLength`; the field alone when it is new or gone. */
  property: string;
  before: unknown;
  after: unknown;
  isWeaker: boolean;
}

type Fields = Readonly<Record<string, LockedField>>;
type Judge = (before: unknown, after: unknown) => boolean;

const raised: Judge = (before, after) => !(typeof after === 'number' && after <= Number(before));
const lowered: Judge = (before, after) => !(typeof after === 'number' && after >= Number(before));
const ADDED: Judge = () => false;

/** For each keyword: whether a change from a value that was there lets more through. */
const WEAKER: Readonly<Record<string, Judge>> = {
  type: (before, after) => !typesIn(after).every((type) => accepts(typesIn(before), type)),
  required: () => true,
  values: (before, after) => !after || !isSubset(listOf(after), listOf(before)),
  pattern: (before, after) => !isSubset(listOf(before), listOf(after ?? [])),
  default: () => false,
  maxLength: raised,
  maximum: raised,
  exclusiveMaximum: raised,
  maxItems: raised,
  maxProperties: raised,
  minLength: lowered,
  minimum: lowered,
  exclusiveMinimum: lowered,
  minItems: lowered,
  minProperties: lowered,
};
/** Of all other keywords it cannot be told: any change of one that was there is weaker. */
const UNKNOWN: Judge = () => true;

/** What is different in the fields of an input. */
export function compareFields(before: Fields, after: Fields): FieldChange[] {
  const paths = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...paths].flatMap((path) => {
    const [old, now] = [before[path], after[path]];
    if (!old) return { property: path, before: undefined, after: now, isWeaker: false };
    // Without the field, calls that lacked it are let through.
    if (!now) return { property: path, before: old, after: undefined, isWeaker: isNeeded(old) };
    return compareField(path, old, now);
  });
}

function compareField(path: string, before: LockedField, after: LockedField): FieldChange[] {
  const keywords = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keywords].flatMap((keyword) => {
    const [old, now] = [before[keyword], after[keyword]];
    if (JSON.stringify(old) === JSON.stringify(now)) return [];
    const judge = old === undefined ? ADDED : (WEAKER[keyword] ?? UNKNOWN);
    return {
      property: `${path}.${keyword}`,
      before: old,
      after: now,
      isWeaker: judge(old, now),
    };
  });
}

function isNeeded(field: LockedField): boolean {
  return field.required === true;
}

function typesIn(type: unknown): string[] {
  return String(type).split('|');
}

function accepts(types: string[], type: string): boolean {
  return (
    types.includes(type) ||
    types.includes('any') ||
    (type === 'integer' && types.includes('number'))
  );
}

function listOf(value: unknown): string[] {
  return [value].flat().map((item) => JSON.stringify(item));
}

function isSubset(inner: string[], outer: string[]): boolean {
  return inner.every((item) => outer.includes(item));
}
