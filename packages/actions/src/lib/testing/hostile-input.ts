import fc from 'fast-check';
import { ORG_FIELD } from '../../result.ts';
import type { Shape } from '../form-data/shape.ts';

/** A text, or one that is too long to print. */
type Text = string | { repeat: string; times: number };
type Entry = Text | { file: string; bytes: number };

/** What a call of the fuzz sends, in a form that can be printed. */
export type Attempt =
  | {
      form: [name: Text, entry: Entry][];
      over: 'the example' | 'nothing';
      previous: unknown;
      /** What comes for bound fields, where the action has some; null is what the example has. */
      bound: Record<string, unknown> | null;
    }
  | { object: Record<string, unknown>; over: 'the example' | 'nothing' }
  | { arguments: unknown[] };

export type Example = Record<string, string | readonly string[]>;

/** The names that a form would use for what the schema wants. */
export function fieldNames(shape: Shape, name = ''): string[] {
  if (shape.kind === 'list') return [name, ...fieldNames(shape.item, `${name}[0]`)];
  if (shape.kind !== 'object') return [name];
  return [...shape.fields].flatMap(([field, inner]) =>
    fieldNames(inner, name ? `${name}.${field}` : field),
  );
}

// oxfmt-ignore
const TEXTS = [
  '', ' ', '\r\n', '\u202Etxt', '0', '-0', '1e999', 'NaN', 'Infinity', '1', 'on',
  'true', 'null', 'undefined', '[object Object]', '{}', '[]', '2026-02-30', "' or 1=1 --", '%00', '${x}', '//evil.example',
  '00000000-0000-0000-0000-000000000000', 'a@b.example', '<script>', '😀'.repeat(200), 'x'.repeat(400),
];
// oxfmt-ignore
const NAMES = [
  '__proto__', '__proto__.x', '__proto__[x]', 'constructor', 'constructor.prototype.x', 'prototype', 'toString',
  'hasOwnProperty', 'then', '', '.', '[', '[0]', 'a[999999999]', 'a'.repeat(300), '\0', '\uD800', 'id', 'role', 'orgId',
  '$ACTION_ID_0', '_key', ORG_FIELD,
];
const STEPS = ['[0]', '[1]', '[99999999999]', '.x', '.__proto__', '[__proto__]', '.length', '[]'];

/** Short enough for most fields, and more than some databases and decoders take. */
const BROKEN = ['a\0b', '\0', '\uD800', '\uFFFD', '%'];

const huge = fc.record({
  repeat: fc.constantFrom('x', 'é', '\0', 'a.', '['),
  times: fc.constantFrom(5_000, 70_000, 1_100_000),
});
const entry: fc.Arbitrary<Entry> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...BROKEN) },
  { weight: 6, arbitrary: fc.constantFrom(...TEXTS) },
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 1, arbitrary: huge },
  {
    weight: 1,
    arbitrary: fc.record({
      file: fc.constantFrom('', 'x.txt', '../../x', 'x\0.exe'),
      bytes: fc.constantFrom(0, 1, 100_000),
    }),
  },
);
const anything = fc.anything({
  maxDepth: 3,
  withBigInt: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withSet: true,
  withSparseArray: true,
  withTypedArray: true,
});

/** Anything that a client could send to an action whose schema has these names. */
export function attempts(names: readonly string[]): fc.Arbitrary<Attempt> {
  const known = fc.constantFrom(...(names.length > 0 ? names : ['x']));
  const name: fc.Arbitrary<string> = fc.oneof(
    { weight: 8, arbitrary: known },
    { weight: 1, arbitrary: fc.constantFrom(...NAMES) },
    {
      weight: 1,
      arbitrary: fc.tuple(known, fc.constantFrom(...STEPS)).map(([field, step]) => field + step),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
  );
  const over = fc.constantFrom('the example' as const, 'the example' as const, 'nothing' as const);
  const field = fc.tuple(fc.oneof({ weight: 9, arbitrary: name }, huge), entry);
  const bound = fc.dictionary(name, anything, { maxKeys: 3 });
  return fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        // One change to a good form gets furthest.
        form: fc.oneof(
          fc.array(field, { minLength: 1, maxLength: 1 }),
          fc.array(field, { maxLength: 6 }),
        ),
        over,
        previous: anything,
        bound: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, bound),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ object: fc.dictionary(name, anything, { maxKeys: 6 }), over }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ arguments: fc.array(anything, { maxLength: 3 }) }),
    },
  );
}

/** The arguments that an attempt stands for. A field of a form replaces the example's, and is repeated by another. */
export function toArguments(attempt: Attempt, example: Example, bound: object | null): unknown[] {
  if ('arguments' in attempt) return attempt.arguments;
  const base = attempt.over === 'the example' ? example : {};
  if ('object' in attempt) return [{ ...base, ...attempt.object }];
  const fields = attempt.form.map(([name, value]) => [textOf(name), valueOf(value)] as const);
  const form = new FormData();
  for (const [name, value] of Object.entries(base)) {
    if (fields.some(([changed]) => changed === name)) continue;
    for (const text of [value].flat()) form.append(name, text);
  }
  for (const [name, value] of fields) form.append(name, value as string);
  return bound ? [attempt.bound ?? bound, attempt.previous, form] : [attempt.previous, form];
}

function textOf(text: Text): string {
  return typeof text === 'string' ? text : text.repeat.repeat(text.times);
}

function valueOf(entry: Entry): string | File {
  if (typeof entry === 'string' || 'repeat' in entry) return textOf(entry);
  return new File([new Uint8Array(entry.bytes)], entry.file);
}
