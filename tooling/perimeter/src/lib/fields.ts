import { digest } from './digest.ts';
import type { LockedField } from './lock.ts';

/** A JSON Schema, as far as it is read here. */
export interface JsonSchema {
  type?: string | string[];
  required?: string[];
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  allOf?: JsonSchema[];
  enum?: unknown[];
  pattern?: string | string[];
  [keyword: string]: unknown;
}

/** Keywords that are compared one by one; the rest is kept as a digest. */
const KEYWORDS = [
  'default',
  'format',
  'contentEncoding',
  'contentMediaType',
  'minLength',
  'maxLength',
  'minimum',
  'exclusiveMinimum',
  'maximum',
  'exclusiveMaximum',
  'multipleOf',
  'minItems',
  'maxItems',
  'uniqueItems',
  'minProperties',
  'maxProperties',
  'additionalProperties',
];
const STRUCTURE = new Set(['type', 'required', 'properties', 'items', 'const', 'enum', 'pattern']);

/** The input itself, where it says more than that it has fields. */
const WHOLE = '(input)';

/** What a schema says of each field, by its dotted path; `[]` stands for the items of a list. */
export function fieldsOf(json: JsonSchema): Record<string, LockedField> {
  const fields: Record<string, LockedField> = {};
  collect(json, '', true, fields);
  const { [WHOLE]: whole, ...named } = fields;
  return Object.keys(whole ?? {}).length > 2 || whole?.type !== 'object' ? fields : named;
}

function collect(
  json: JsonSchema,
  path: string,
  required: boolean,
  fields: Record<string, LockedField>,
): void {
  const { actual, nullable } = nonNull(json);
  const type = [actual.type ?? 'any', nullable ? 'null' : []].flat(2).join('|');
  fields[path || WHOLE] = { type, ...(required && { required }), ...saidOf(withPatterns(actual)) };
  for (const [name, field] of Object.entries(actual.properties ?? {})) {
    const isNeeded = actual.required?.includes(name) ?? false;
    collect(field, path ? `${path}.${name}` : name, isNeeded, fields);
  }
  if (actual.items) collect(actual.items, `${path}[]`, true, fields);
}

/** `nullable()` is a choice between null and the rest. What else stands beside the choice is kept. */
function nonNull(json: JsonSchema): { actual: JsonSchema; nullable: boolean } {
  const { anyOf, ...beside } = json;
  const others = anyOf?.filter(({ type }) => type !== 'null') ?? [];
  const [only] = others;
  if (!only || others.length > 1 || others.length === anyOf?.length)
    return { actual: json, nullable: false };
  return { actual: { ...beside, ...only }, nullable: true };
}

function saidOf(json: JsonSchema): Partial<LockedField> {
  const kept = KEYWORDS.flatMap((keyword) =>
    isPlain(json[keyword]) ? [[keyword, json[keyword]] as const] : [],
  );
  const rest = Object.entries(json).filter(
    ([keyword, value]) =>
      !STRUCTURE.has(keyword) && !(KEYWORDS.includes(keyword) && isPlain(value)),
  );
  const values = json.enum ?? ('const' in json ? [json.const] : undefined);
  return {
    ...(values && { values }),
    ...Object.fromEntries(kept),
    ...(json.pattern && { pattern: json.pattern }),
    ...(rest.length > 0 && { other: digest(Object.fromEntries(rest)) }),
  };
}

/** Of several patterns JSON Schema makes a list of schemas, each with one: they are kept as a list. */
function withPatterns({ allOf, ...json }: JsonSchema): JsonSchema {
  if (!allOf) return json;
  const patterns = allOf.map(({ pattern, ...rest }) =>
    Object.keys(rest).every((keyword) => rest[keyword] === json[keyword]) ? pattern : undefined,
  );
  if (patterns.includes(undefined)) return { ...json, allOf };
  return { ...json, pattern: [json.pattern ?? [], patterns].flat(2) as string[] };
}

function isPlain(value: unknown): boolean {
  return value !== undefined && (value === null || typeof value !== 'object');
}
