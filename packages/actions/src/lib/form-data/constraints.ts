import { htmlPattern } from './html-pattern.ts';
import { describeInput, nonNull, type InputSchema, type JsonSchema } from './json-schema.ts';
import { markRewritten } from './mark-rewritten.ts';

/** Attributes of one control, to be spread on it. */
export interface FieldConstraints {
  required?: true;
  /** Of what is typed, before a schema trims it. Browsers count an emoji as two, zod as one. */
  minLength?: number;
  maxLength?: number;
  min?: number;
  max?: number;
  step?: number | 'any';
  pattern?: string;
  /** Left out for text. */
  type?: 'email' | 'url' | 'date' | 'number' | 'checkbox' | 'file';
  /** Of a file. */
  accept?: string;
  /** The field is a list: a select or a file input that takes several. */
  multiple?: true;
}

/** The values to choose from, where there are such: no attribute, but what a select or radio buttons are made of. */
export interface FieldOptions {
  options?: readonly string[];
}

/** By field name; nested fields are dotted. */
export type Constraints<Field extends string = string> = {
  readonly [Name in Field]: FieldConstraints & FieldOptions;
};

type Described = FieldConstraints & FieldOptions;

const TYPES: Readonly<Record<string, FieldConstraints['type']>> = {
  email: 'email',
  uri: 'url',
  date: 'date',
  binary: 'file',
};

/**
 * Reads a schema's input into attributes. The browser refuses nothing that the schema accepts, but for the last few
 * of many emoji or spaces, and blanks in an optional field that has a form or a least length. The schema sees the rest.
 */
export function readConstraints(schema: InputSchema): Constraints {
  const fields: Record<string, Described> = {};
  collect(describeInput(schema, { override: markRewritten }), '', true, fields);
  return fields;
}

function collect(
  json: JsonSchema,
  name: string,
  required: boolean,
  fields: Record<string, Described>,
): void {
  const { actual, nullable } = nonNull(json);
  const needed = required && !nullable;
  if (actual.rewritten === 'all') return void (fields[name] = {});
  if (name) fields[name] = actual.type === 'object' ? {} : attributesOf(actual, needed);
  for (const [key, field] of Object.entries(actual.properties ?? {})) {
    const path = name ? `${name}.${key}` : key;
    collect(field, path, needed && (actual.required ?? []).includes(key), fields);
  }
}

function attributesOf(json: JsonSchema, needed: boolean): Described {
  const isNeeded = needed && refusesNothing(json) ? ({ required: true } as const) : {};
  if (json.type === 'array') {
    const item = attributesOf(nonNull(json.items ?? {}).actual, false);
    const several = item.options || item.type === 'file' ? ({ multiple: true } as const) : null;
    return { ...item, ...(several && { ...several, ...isNeeded }) };
  }
  const options = json.enum ?? ('const' in json ? [json.const] : undefined);
  if (json.type === 'boolean') return { type: 'checkbox', ...isNeeded };
  if (options) return { ...isNeeded, options: options.map(String) };
  if (json.type === 'number' || json.type === 'integer') return { ...isNeeded, ...numberOf(json) };
  return json.type === 'string' ? { ...isNeeded, ...textOf(json) } : {};
}

/** Whether an empty control is an error. A required text may well be empty. */
function refusesNothing(json: JsonSchema): boolean {
  if (json.type === 'array') return (json.minItems ?? 0) > 0;
  if (json.type === 'boolean') return json.const === true;
  if (json.type !== 'string') return json.type !== undefined;
  if (json.enum) return !json.enum.includes('');
  if ('const' in json) return json.const !== '';
  return Boolean(json.minLength) || json.format !== undefined || !accepts(json.pattern, '');
}

function accepts(pattern: string | undefined, text: string): boolean {
  return pattern === undefined || new RegExp(pattern).test(text);
}

function textOf(json: JsonSchema): FieldConstraints {
  const { format, minLength, maxLength, pattern, contentMediaType, rewritten } = json;
  const type = TYPES[format ?? ''];
  // Lengths of a file are its size.
  if (type === 'file') return { type, ...(contentMediaType && { accept: contentMediaType }) };
  // What has a type is checked by it, and dates by a control of their own.
  const isPlain = type === undefined && pattern !== undefined && !rewritten;
  const plain = isPlain ? htmlPattern(pattern) : null;
  return {
    ...(type && { type }),
    ...(minLength && minLength > 1 && { minLength }),
    ...(maxLength !== undefined && { maxLength }),
    ...(plain !== null && { pattern: plain }),
  };
}

function numberOf(json: JsonSchema): FieldConstraints {
  const { type, minimum, maximum, exclusiveMinimum, multipleOf } = json;
  const step = multipleOf ?? (type === 'integer' ? 1 : 'any');
  const least = minimum ?? exclusiveMinimum;
  const min = isBound(least) ? firstStep(least, step) : undefined;
  return {
    type: 'number',
    ...(min !== undefined && { min }),
    ...(isBound(maximum) && { max: maximum }),
    step,
  };
}

/** Every integer has the bounds of safe ones. */
function isBound(value: number | undefined): value is number {
  return value !== undefined && Math.abs(value) !== Number.MAX_SAFE_INTEGER;
}

/** A browser counts steps from `min`: the least that is a step at all. */
function firstStep(least: number, step: number | 'any'): number {
  if (step === 'any') return least;
  if (Number.isInteger(step)) return Math.ceil(least / step) * step;
  return plainNumber(Math.ceil(plainNumber(least / step)) * step);
}

/** Three steps of 0.1 are 0.30000000000000004, and a browser would refuse 0.3. */
function plainNumber(value: number): number {
  return Number(value.toPrecision(15));
}
