import { describeInput, nonNull, type InputSchema, type JsonSchema } from './json-schema.ts';

export type { InputSchema } from './json-schema.ts';

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

const known = new WeakMap<InputSchema, Shape>();
const knownWithout = new WeakMap<readonly string[], Shape>();

/**
 * The shape of a schema's input, read once, at the first call: importing an action stays cheap. What JSON Schema
 * cannot express is taken as text and left to validation.
 */
export function shapeOf(schema: InputSchema): Shape {
  const shape = known.get(schema) ?? readShape(schema);
  known.set(schema, shape);
  return shape;
}

/** The shape of an action's form: its input, less what comes by `.bind()` and from nowhere else. */
export function formShapeOf(schema: InputSchema, bound: readonly string[] | undefined): Shape {
  const shape = (bound && knownWithout.get(bound)) ?? shapeOf(schema);
  if (!bound || knownWithout.has(bound) || shape.kind !== 'object') return shape;
  const fields = [...shape.fields].filter(([name]) => !bound.includes(name));
  const without: Shape = { ...shape, fields: new Map(fields) };
  knownWithout.set(bound, without);
  return without;
}

function readShape(schema: InputSchema): Shape {
  const shape = compile(describeInput(schema), false);
  if (shape.kind !== 'object')
    throw new Error('The input of an action has named fields: declare it with z.object({ ... })');
  return shape;
}

function compile(json: JsonSchema, optional: boolean): Shape {
  const { actual, nullable } = nonNull(json);
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

function leafKind({ type, format }: JsonSchema): Leaf['kind'] {
  if (type === 'number' || type === 'integer') return 'number';
  if (type === 'boolean') return 'boolean';
  return format === 'binary' ? 'file' : 'text';
}
