import fc from 'fast-check';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { finishSignUpSchema, signInSchema, signUpSchema } from './account/schema.ts';
import { constraintsOf, type Constraints, type FieldConstraints } from './constraints.ts';
import { shapeOf, type InputSchema } from './lib/form-data/shape.ts';
import { validate } from './lib/steps/validate.ts';
import { z } from './lib/zod.ts';
import { createPostSchema, editPostSchema } from './posts/schema.ts';
import { formData } from './testing.ts';

test('the forms of the apps get what their schemas ask for', () => {
  const text = (maxLength: number) => ({ required: true, maxLength });
  const topic = { required: true, options: ['news', 'guide', 'release'] };
  const post = { title: text(200), topic, summary: { maxLength: 300 }, body: text(20_000) };
  expect(constraintsOf(createPostSchema)).toEqual({ ...post, slug: { maxLength: 80 } });
  expect(constraintsOf(editPostSchema)).toMatchObject({ ...post, slug: text(80) });
  const email = { ...text(254), type: 'email' };
  expect(constraintsOf(signInSchema)).toMatchObject({ email, password: text(256) });
  expect(constraintsOf(signUpSchema)).toEqual({ email });
  expect(constraintsOf(finishSignUpSchema)).toMatchObject({
    name: text(100),
    orgName: text(100),
    password: { ...text(256), minLength: 12 },
  });
});

function one(field: z.ZodType): FieldConstraints {
  const constraints: Constraints = constraintsOf(z.object({ field }));
  return constraints.field ?? {};
}

test.each<[string, z.ZodType, object]>([
  ['text that may be empty', z.string(), {}],
  ['text that is optional', z.string().min(3).optional(), { minLength: 3 }],
  ['text that may be null', z.string().min(1).nullable(), {}],
  ['text with a default', z.string().min(1).default('x'), {}],
  ['a pattern', z.string().regex(/^[a-z]+$/), { required: true, pattern: '[a-z]+' }],
  ['a pattern that takes nothing, too', z.string().regex(/^[a-z]*$/), { pattern: '[a-z]*' }],
  ['two patterns', z.string().regex(/^a/).regex(/b$/), {}],
  ['a pattern in any case', z.string().regex(/^[a-z]+$/i), { required: true }],
  [
    'a pattern after a trim',
    z
      .string()
      .trim()
      .regex(/^[a-z]+$/),
    { required: true },
  ],
  ['an address', z.url(), { required: true, type: 'url' }],
  ['a day', z.iso.date(), { required: true, type: 'date' }],
  ['a whole number', z.int(), { required: true, type: 'number', step: 1 }],
  [
    'a number',
    z.number().gt(0).max(9.5).optional(),
    { type: 'number', min: 0, max: 9.5, step: 'any' },
  ],
  ['steps', z.int().min(3).multipleOf(5).nullable(), { type: 'number', min: 5, step: 5 }],
  [
    'steps of a tenth',
    z.number().min(0.3).max(0.7).multipleOf(0.1).optional(),
    { type: 'number', min: 0.3, max: 0.7, step: 0.1 },
  ],
  [
    'a coerced number',
    z.coerce.number().int().min(1),
    { required: true, type: 'number', min: 1, step: 1 },
  ],
  ['a yes or no', z.boolean(), { type: 'checkbox' }],
  ['a yes', z.literal(true), { type: 'checkbox', required: true }],
  ['a choice', z.enum(['a', 'b']), { required: true, options: ['a', 'b'] }],
  ['a choice of nothing, too', z.enum(['', 'b']), { options: ['', 'b'] }],
  ['several choices', z.array(z.enum(['a'])), { options: ['a'], multiple: true }],
  [
    'one choice at least',
    z.array(z.enum(['a'])).min(1),
    { options: ['a'], multiple: true, required: true },
  ],
  ['several texts', z.array(z.string().max(5)).min(1), { maxLength: 5 }],
  [
    'a file',
    z.file().mime(['image/png']).max(100),
    { required: true, type: 'file', accept: 'image/png' },
  ],
  ['several files', z.array(z.file()), { type: 'file', multiple: true }],
  ['what a preprocessor makes', z.preprocess((x) => x, z.string().min(2).max(3)), {}],
  ['one of several types', z.union([z.string().min(1), z.number()]), {}],
  ['what JSON Schema cannot say', z.date(), {}],
])('%s', (_name, field, expected) => {
  expect(one(field)).toEqual(expected);
});

test('nested fields are dotted; in an optional object nothing is required', () => {
  const address = z.object({ city: z.string().min(1).max(9) });
  const city = { maxLength: 9 };
  expect(constraintsOf(z.object({ address, other: address.optional() }))).toEqual({
    address: {},
    'address.city': { required: true, ...city },
    other: {},
    'other.city': city,
  });
});

test('they are plain data, and read once', () => {
  const constraints = constraintsOf(createPostSchema);
  expect(JSON.parse(JSON.stringify(constraints))).toEqual(constraints);
  expect(constraintsOf(createPostSchema)).toBe(constraints);
});

test('the names of the fields are typed', () => {
  const constraints = constraintsOf(z.object({ title: z.string() }));
  expectTypeOf(constraints.title.maxLength).toEqualTypeOf<number | undefined>();
  // @ts-expect-error -- no such field
  expect(constraints.other).toBeUndefined();
});

/** What a browser checks before it sends a text field. */
function browserRefuses(value: string, constraints: FieldConstraints): boolean {
  const { required, minLength = 0, maxLength = Infinity, pattern, min, max, type } = constraints;
  if (value === '') return Boolean(required);
  if (
    type === 'number' &&
    (Number(value) < (min ?? -Infinity) || Number(value) > (max ?? Infinity))
  )
    return true;
  if (value.length < minLength || value.length > maxLength) return true;
  return pattern !== undefined && !new RegExp(`^(?:${pattern})$`, 'v').test(value);
}

describe('the browser refuses nothing that the schema accepts', () => {
  const TYPED = [
    '',
    'a',
    'A',
    '😀',
    '-1',
    '0',
    '3',
    '5',
    '10',
    '1e1',
    '0.5',
    'ab-12',
    ' ab',
    'ab ',
  ];
  const typed = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.stringMatching(/^[ a-zA-Z0-9-]{0,12}$/),
  );
  test.each<[string, z.ZodType, 'some' | 'none']>([
    ['text', z.string().min(2).max(5), 'some'],
    ['text that may be null', z.string().min(2).max(5).nullable(), 'some'],
    ['text that may be missing', z.string().min(2).max(5).optional(), 'some'],
    ['a pattern', z.string().regex(/^[a-z]+-\d+$/), 'some'],
    ['a pattern in any case', z.string().regex(/^[a-z]+$/i), 'some'],
    [
      'a pattern after a change',
      z
        .string()
        .trim()
        .toLowerCase()
        .regex(/^[a-z]+$/),
      'some',
    ],
    ['a pattern that counts an emoji as two', z.string().regex(/^..$/).optional(), 'none'],
    ['a number', z.int().min(3).max(5), 'some'],
    ['a number over one', z.number().gt(0).lt(5), 'some'],
    ['a choice', z.enum(['a', '']), 'none'],
    [
      'what a preprocessor makes',
      z.preprocess((x) => `${String(x)}more`, z.string().min(4)),
      'none',
    ],
  ])('%s', async (_name, field, expected) => {
    const schema: InputSchema = z.object({ field });
    const constraints = one(field);
    let refused = 0;
    const check = async (value: string) => {
      // Blank text is nothing to an optional field, and a text to the browser: it has to be cleared there.
      const isBlank = value !== '' && !value.trim();
      // Of what is near the limit: browsers count units, zod counts characters.
      const hasEmoji =
        constraints.maxLength !== undefined && /\p{Surrogate}|[^\0-\uFFFF]/u.test(value);
      if (isBlank || hasEmoji || !browserRefuses(value, constraints)) return;
      refused += 1;
      const sent = { form: formData({ field: value }), object: null, bound: {}, orgSlug: null };
      await expect(async () => validate(schema, shapeOf(schema), sent)).rejects.toThrow(
        'VALIDATION',
      );
    };
    const examples = TYPED.map((value): [string] => [value]);
    await fc.assert(fc.asyncProperty(typed, check), { numRuns: 300, examples });
    expect(refused > 0 ? 'some' : 'none').toBe(expected);
  });
});
