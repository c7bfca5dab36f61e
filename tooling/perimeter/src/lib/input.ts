import { digest } from './digest.ts';
import { fieldsOf, type JsonSchema } from './fields.ts';
import type { LockedField } from './lock.ts';

interface Options {
  target: 'draft-2020-12';
  libraryOptions: Record<string, unknown>;
}

/** A schema that can describe its input: Standard JSON Schema. */
export interface DescribedSchema {
  '~standard': { jsonSchema: { input: (options: Options) => object } };
}

/** Notes for people: they change nothing of what is accepted. */
const NOTES = new Set(
  '$schema $id id $comment title description examples deprecated readOnly writeOnly'.split(' '),
);
/** Keywords below which names stand, and those below which plain data stands. */
const MAPS = new Set(['properties', 'patternProperties', '$defs', 'definitions']);
const DATA = new Set(['const', 'enum', 'default']);

/** What an input accepts, as far as JSON Schema can say: refinements and transforms are invisible to it. */
export function describeInput(schema: DescribedSchema): {
  input: string;
  fields: Record<string, LockedField>;
} {
  const described = schema['~standard'].jsonSchema.input({
    target: 'draft-2020-12',
    libraryOptions: { unrepresentable: 'any' },
  });
  const json = withoutNotes(described, false) as JsonSchema;
  return { input: digest(json), fields: fieldsOf(json) };
}

function withoutNotes(value: unknown, areNames: boolean): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutNotes(item, false));
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => areNames || !NOTES.has(key));
  return Object.fromEntries(
    kept.map(([key, part]) => {
      if (!areNames && DATA.has(key)) return [key, part];
      if (!areNames && key === 'required') return [key, (part as string[]).toSorted()];
      return [key, withoutNotes(part, !areNames && MAPS.has(key))];
    }),
  );
}
