import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from '../zod.ts';
import { decodeForm } from './decode.ts';
import { parseFieldPath } from './field-path.ts';
import { shapeOf } from './shape.ts';
import { typedValues } from './typed-values.ts';

const schema = z.object({
  title: z.string(),
  count: z.number().optional(),
  agreed: z.boolean(),
  tags: z.array(z.string()),
  file: z.file().nullable(),
  tasks: z.array(z.object({ title: z.string().nullable(), tags: z.array(z.string()) })),
  address: z.object({ city: z.string() }).optional(),
});
const shape = shapeOf(schema);
const prototypeBefore = Object.getOwnPropertyNames(Object.prototype);

// oxfmt-ignore
const word = fc.constantFrom(
  'title', 'count', 'agreed', 'tags', 'file', 'tasks', 'address', 'city', '__proto__',
  'constructor', 'prototype', 'toString', '', '0', '\0', '\uFFFD', '\uD800',
);
const step = fc.oneof(
  word.map((name) => `.${name}`),
  fc.nat(2_000_000_000).map((index) => `[${index}]`),
  word.map((name) => `[${name}]`),
  fc.string({ unit: 'binary', maxLength: 5 }),
);
const name = fc.oneof(
  fc.tuple(word, fc.array(step, { maxLength: 8 })).map(([first, rest]) => first + rest.join('')),
  fc.string({ unit: 'binary' }),
);
const entry = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', 'on', '1', '\r\n', '\uD800', '\0'),
  fc.constant(new File(['x'], 'x.txt')),
  fc.constant(new File([], '')),
);
const form = fc.array(fc.tuple(name, entry), { maxLength: 60 }).map((fields) => {
  const data = new FormData();
  for (const [key, value] of fields) data.append(key, value as string);
  return data;
});

function plain(value: unknown): boolean {
  if (Array.isArray(value)) return value.length <= 1000 && value.every(plain);
  if (typeof value !== 'object' || value === null || value instanceof File) return true;
  const ownKeys = Object.keys(value).every((key) => key !== '__proto__' && key !== 'constructor');
  return (
    ownKeys &&
    Object.getPrototypeOf(value) === Object.prototype &&
    Object.values(value).every(plain)
  );
}

test('any form is decoded to plain objects without a surprise, or refused', () => {
  fc.assert(
    fc.property(form, (data) => {
      const decoded = decodeForm(data, shape);
      expect(decoded.ok ? plain(decoded.value) : Object.keys(decoded.errors).length > 0).toBe(true);
      schema.safeParse(decoded.ok ? decoded.value : null);
    }),
    { numRuns: 500 },
  );
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(prototypeBefore);
});

test('what goes back to a form holds no file and no name that the schema does not know', () => {
  fc.assert(
    fc.property(form, (data) => {
      for (const [key, value] of Object.entries(typedValues(data, shape, []))) {
        expect(key).toMatch(/^(title|count|agreed|tags|file|tasks|address)([.[]|$)/);
        expect([value].flat().every((text) => typeof text === 'string')).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

test('a name has at most five steps, whatever it looks like', () => {
  fc.assert(
    fc.property(name, (text) => {
      expect(parseFieldPath(text)?.length ?? 0).toBeLessThanOrEqual(5);
    }),
    { numRuns: 500 },
  );
});

test('the worst form that fits is decoded in well under a second', () => {
  const worst = new FormData();
  for (let i = 0; i < 1000; i += 1)
    worst.append(`tasks[${i % 200}].tags[${i}]${'[1]'.repeat(300)}`, 'x'.repeat(50));
  for (const text of ['tasks[1000000].title', '['.repeat(500_000), 'a.'.repeat(250_000)])
    worst.append(text, '');
  // Time of the processor: others may use the machine, too.
  const before = process.cpuUsage();
  decodeForm(worst, shape);
  typedValues(worst, shape, []);
  expect(process.cpuUsage(before).user).toBeLessThan(1_000_000);
});
