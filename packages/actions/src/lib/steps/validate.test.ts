import { expect, test } from 'vitest';
import { formData } from '../../testing.ts';
import { shapeOf, type InputSchema } from '../form-data/shape.ts';
import { Refusal } from '../refusal.ts';
import { z } from '../zod.ts';
import { validate } from './validate.ts';

async function errorsOf(schema: InputSchema, input: FormData | Record<string, unknown>) {
  try {
    const sent =
      input instanceof FormData ? { form: input, object: null } : { form: null, object: input };
    await validate(schema, shapeOf(schema), { ...sent, bound: {} });
    return null;
  } catch (error) {
    if (!(error instanceof Refusal) || error.failure.code !== 'VALIDATION') throw error;
    return error.failure.errors;
  }
}

const person = z.object({
  name: z.string().trim().min(2).max(5),
  age: z.number().min(18).max(99).optional(),
  email: z.email().optional(),
  colour: z.enum(['red', 'blue']).optional(),
  address: z.object({ city: z.string() }).optional(),
});

test('gives the output of the schema, for forms and objects alike', async () => {
  const shape = shapeOf(person);
  const form = formData({ name: ' Ada ', age: '36', 'address.city': 'x' });
  const output = { name: 'Ada', age: 36, address: { city: 'x' } };
  expect(await validate(person, shape, { form, object: null, bound: {} })).toEqual(output);
  const object = { ...output, unknown: 'dropped' };
  expect(await validate(person, shape, { form: null, object, bound: {} })).toEqual(output);
});

test.each([
  [{}, { name: ['Please fill this in.'] }],
  [{ name: 'A' }, { name: ['Use at least 2 characters.'] }],
  [{ name: 'Ada Ada' }, { name: ['Use at most 5 characters.'] }],
  [{ name: 'Ada', age: '1' }, { age: ['The least is 18.'] }],
  [{ name: 'Ada', age: 'old' }, { age: ['This has the wrong form.'] }],
  [{ name: 'Ada', colour: 'green' }, { colour: ['Choose one of the options.'] }],
  [
    { name: 'Ada', email: 'ada' },
    { email: ['Enter an email address, for example name@example.com.'] },
  ],
])('%j is answered in sentences', async (fields, errors) => {
  expect(await errorsOf(person, formData(fields))).toEqual(errors);
});

test('names nested fields with dots, and the form where no field is at fault', async () => {
  expect(await errorsOf(person, { name: 'Ada', address: {} })).toEqual({
    'address.city': ['Please fill this in.'],
  });
  const agreeing = z
    .object({ a: z.string(), b: z.string() })
    .refine(({ a, b }) => a === b, 'They differ.');
  expect(await errorsOf(agreeing, formData({ a: '1', b: '2' }))).toEqual({
    _form: ['They differ.'],
  });
});

test.each([
  ['a byte that was lost', 'a\uFFFDb'],
  ['half of a character', 'a\uD800b'],
  ['a NUL', 'a\0b'],
])('refuses %s at the field, also in lists and nested', async (_name, text) => {
  const schema = z.object({
    title: z.string(),
    tags: z.array(z.string()),
    at: z.object({ city: z.string() }),
  });
  const form = formData({ title: text, tags: [], 'at.city': '' });
  expect(
    Object.keys((await errorsOf(schema, { title: text, tags: [], at: { city: '' } })) ?? {}),
  ).toEqual(['title']);
  expect(
    Object.keys((await errorsOf(schema, { title: '', tags: ['x', text], at: { city: '' } })) ?? {}),
  ).toEqual(['tags.1']);
  expect(
    Object.keys((await errorsOf(schema, { title: '', tags: [], at: { city: text } })) ?? {}),
  ).toEqual(['at.city']);
  expect(await errorsOf(schema, form)).not.toBeNull();
});

test('refuses a key that cannot be stored', async () => {
  const free = z.object({ labels: z.record(z.string(), z.string()) });
  expect(await errorsOf(free, { labels: { 'a\0b': 'x' } })).not.toBeNull();
});

test('answers fifty messages at most', async () => {
  const list = z.object({ items: z.array(z.string()) });
  const items = Array.from({ length: 1000 }, () => 1);
  expect(Object.keys((await errorsOf(list, { items })) ?? {})).toHaveLength(50);
});

test('an object cannot bring a prototype along', async () => {
  const forged = JSON.parse('{"name":"Ada","__proto__":{"admin":true}}') as Record<string, unknown>;
  const output = await validate(person, shapeOf(person), {
    form: null,
    object: forged,
    bound: {},
  });
  expect(output).toEqual({ name: 'Ada' });
  expect((output as { admin?: boolean }).admin).toBeUndefined();
});
