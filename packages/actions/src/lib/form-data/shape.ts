import type { StandardJSONSchemaV1, StandardSchemaV1 } from '@standard-schema/spec';

interface Leaf {
  kind: 'text' | 'number' | 'boolean' | 'file';
  nullable: boolean;
  optional: boolean;
}
interface List {
  kind: 'list';
  item: Shape;
  optional: boolean;
}
interface Fields {
  kind: 'object';
  fields: ReadonlyMap<string, Shape>;
  optional: boolean;
}
/** What a schema wants, as far as decoding a form needs to know it. */
export type Shape = Leaf | List | Fields;

interface JsonSchema {
  type?: string | string[];
  format?: string;
  anyOf?: JsonSchema[];
  items?: JsonSchema;
  properties?: Record<string, JsonSchema>;
  required?: string[];
}

/** A schema that validates (Standard Schema) and can describe its input (Standard JSON Schema): zod 4.2 and later. */
export type InputSchema = StandardSchemaV1 & StandardJSONSchemaV1;

const known = new WeakMap<InputSchema, Shape>();

/**
 * The shape of a schema's input, read once, at the first call: importing an action stays cheap. What JSON Schema
 * cannot express is taken as text and left to validation.
 */
export function shapeOf(schema: InputSchema): Shape {
  const shape = known.get(schema) ?? readShape(schema);
  known.set(schema, shape);
  return shape;
}

function readShape(schema: InputSchema): Shape {
  const json = schema['~standard'].jsonSchema.input({
    target: 'draft-2020-12',
    libraryOptions: { unrepresentable: 'any' },
  });
  const shape = compile(json, false);
  if (shape.kind !== 'object')
    throw new Error('The input of an action has named fields: declare it with z.object({ ... })');
  return shape;
}

function compile(json: JsonSchema, optional: boolean): Shape {
  const options = optionsOf(json);
  const [actual = {}, ...others] = options.filter(({ type }) => type !== 'null');
  const nullable = options.some(({ type }) => type === 'null');
  if (others.length > 0) return { kind: 'text', nullable, optional };
  if (actual.type === 'object') {
    const required = new Set(actual.required);
    const fields = Object.entries(actual.properties ?? {}).map(
      ([name, field]) => [name, compile(field, !required.has(name))] as const,
    );
    return { kind: 'object', fields: new Map(fields), optional: optional || nullable };
  }
  if (actual.type === 'array') {
    return { kind: 'list', item: compile(actual.items ?? {}, false), optional };
  }
  return { kind: leafKind(actual), nullable, optional };
}

/** `nullable()` is written as a list of types, or as a choice of schemas when there is more to say. */
function optionsOf(json: JsonSchema): JsonSchema[] {
  if (Array.isArray(json.type)) return json.type.map((type) => ({ ...json, type }));
  return json.anyOf ?? [json];
}

function leafKind({ type, format }: JsonSchema): Leaf['kind'] {
  if (type === 'number' || type === 'integer') return 'number';
  if (type === 'boolean') return 'boolean';
  return format === 'binary' ? 'file' : 'text';
}
