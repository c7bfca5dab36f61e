import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { compareFields } from './compare-fields.ts';
import { describeInput } from './input.ts';

const fieldsOf = (shape: z.core.$ZodLooseShape) => describeInput(z.object(shape)).fields;

test('what a schema says of each field is kept: its type, whether it is needed, its bounds', () => {
  expect(
    fieldsOf({
      title: z.string().trim().min(1).max(200).describe('For people.'),
      summary: z.string().max(300).nullable().default(null),
      topic: z.enum(['news', 'guide']),
      age: z.int().min(18).optional(),
      tags: z.array(z.string().max(20)).max(5),
      address: z.object({ city: z.string().max(100) }),
      kind: z.literal('post'),
    }),
  ).toEqual({
    title: { type: 'string', required: true, minLength: 1, maxLength: 200 },
    summary: { type: 'string|null', maxLength: 300, default: null },
    topic: { type: 'string', required: true, values: ['news', 'guide'] },
    age: { type: 'integer', minimum: 18, maximum: Number.MAX_SAFE_INTEGER },
    tags: { type: 'array', required: true, maxItems: 5 },
    'tags[]': { type: 'string', required: true, maxLength: 20 },
    address: { type: 'object', required: true },
    'address.city': { type: 'string', required: true, maxLength: 100 },
    kind: { type: 'string', required: true, values: ['post'] },
  });
});

describe('the digest', () => {
  const digestOf = (schema: z.ZodType) => describeInput(schema).input;

  test('is the same for the same input, whatever the order and the notes for people', () => {
    const one = z.object({ a: z.string().max(1).describe('One.'), b: z.number() });
    const other = z.object({ b: z.number(), a: z.string().max(1).meta({ title: 'A' }) });
    expect(digestOf(one)).toBe(digestOf(other));
    expect(digestOf(one)).toMatch(/^sha256-[\w-]{43}$/);
  });

  test('takes a field with the name of a note for a field', () => {
    const title = (max: number) => digestOf(z.object({ title: z.string().max(max) }));
    expect(title(200)).not.toBe(title(201));
  });

  test('does not see refinements and transforms: the manual says so', () => {
    const plain = z.object({ a: z.string() });
    const refined = z.object({
      a: z
        .string()
        .trim()
        .refine((text) => text !== 'x'),
    });
    expect(digestOf(refined)).toBe(digestOf(plain));
  });
});

describe('what got weaker in a schema is named', () => {
  const weaker = (before: z.core.$ZodLooseShape, after: z.core.$ZodLooseShape) =>
    compareFields(fieldsOf(before), fieldsOf(after))
      .filter(({ isWeaker }) => isWeaker)
      .map(({ property }) => property);

  test.each<[string, z.core.$ZodLooseShape, z.core.$ZodLooseShape, string[]]>([
    ['a maximum', { a: z.string().max(9) }, { a: z.string() }, ['a.maxLength']],
    ['a need', { a: z.string() }, { a: z.string().optional() }, ['a.required']],
    ['a form', { a: z.email() }, { a: z.string() }, ['a.format', 'a.pattern']],
    [
      'a bound of the items',
      { a: z.array(z.string().max(9)) },
      { a: z.array(z.string()) },
      ['a[].maxLength'],
    ],
    [
      'a bound inside',
      { a: z.object({ b: z.string().max(9) }) },
      { a: z.object({ b: z.string() }) },
      ['a.b.maxLength'],
    ],
    [
      'one of two patterns',
      { a: z.string().regex(/a/).regex(/b/) },
      { a: z.string().regex(/a/) },
      ['a.pattern'],
    ],
    ['an option', { a: z.enum(['x']) }, { a: z.enum(['x', 'y']) }, ['a.values']],
    [
      'a choice of shapes',
      { a: z.union([z.string().max(9), z.number()]) },
      { a: z.union([z.string(), z.number()]) },
      ['a.other'],
    ],
    [
      'a part of an intersection',
      { a: z.intersection(z.string().max(9), z.string().min(1)) },
      { a: z.intersection(z.string(), z.string().min(1)) },
      ['a.other'],
    ],
    [
      'keys of a record',
      { a: z.record(z.string().max(9), z.string()) },
      { a: z.record(z.string(), z.string()) },
      ['a.other'],
    ],
  ])('%s', (_what, before, after, properties) => {
    expect(weaker(before, after)).toEqual(properties);
    expect(weaker(before, before)).toEqual([]);
  });

  test('one more pattern is no weaker', () => {
    expect(weaker({ a: z.string().regex(/a/) }, { a: z.string().regex(/a/).regex(/b/) })).toEqual(
      [],
    );
  });

  test('an input that took no other fields, and does now', () => {
    const [before, after] = [z.strictObject({ a: z.string() }), z.object({ a: z.string() })];
    const changes = compareFields(describeInput(before).fields, describeInput(after).fields);
    expect(changes).toMatchObject([{ property: '(input)', isWeaker: true }]);
  });
});
