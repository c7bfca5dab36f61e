import type { StandardJSONSchemaV1, StandardSchemaV1 } from '@standard-schema/spec';

/** A schema that validates (Standard Schema) and can describe its input (Standard JSON Schema): zod 4.2 and later. */
export type InputSchema = StandardSchemaV1 & StandardJSONSchemaV1;

/** What is read of a JSON Schema. */
export interface JsonSchema {
  type?: string | string[];
  format?: string;
  pattern?: string;
  const?: unknown;
  enum?: unknown[];
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  multipleOf?: number;
  minItems?: number;
  contentMediaType?: string;
  anyOf?: JsonSchema[];
  items?: JsonSchema;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  /** Written by `markRewritten`. */
  rewritten?: 'text' | 'all';
}

/** Describes the input; `options` are those of the schema's own library. */
export function describeInput(schema: InputSchema, options: object = {}): JsonSchema {
  return schema['~standard'].jsonSchema.input({
    target: 'draft-2020-12',
    libraryOptions: { unrepresentable: 'any', ...options },
  });
}

/** `nullable()` is written as a list of types, or as a choice of schemas when there is more to say. */
function choicesOf(json: JsonSchema): JsonSchema[] {
  if (Array.isArray(json.type)) return json.type.map((type) => ({ ...json, type }));
  return json.anyOf ?? [json];
}

/** What a value is when it is not null; nothing is known of a choice of several types. */
export function nonNull(json: JsonSchema): { actual: JsonSchema; nullable: boolean } {
  const choices = choicesOf(json);
  const [actual = {}, ...others] = choices.filter(({ type }) => type !== 'null');
  const nullable = choices.some(({ type }) => type === 'null');
  return { actual: others.length > 0 ? {} : actual, nullable };
}
