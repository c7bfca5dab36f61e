import { expect, test } from 'vitest';
import { formData } from '../../testing.ts';
import { z } from '../zod.ts';
import { decodeForm } from './decode.ts';
import { shapeOf, type InputSchema } from './shape.ts';

function decode(schema: InputSchema, fields: Parameters<typeof formData>[0]) {
  return decodeForm(formData(fields), shapeOf(schema));
}

const tooMuch = { ok: false, errors: { _form: ['This form has more in it than we accept.'] } };
const post = z.object({ title: z.string() });
const tasks = z.object({
  tasks: z.array(z.object({ title: z.string(), tags: z.array(z.string()) })),
});

test('takes a thousand fields and refuses one more', () => {
  const many = (count: number) => ({ title: Array.from({ length: count }, () => 'x') });
  const list = z.object({ title: z.array(z.string()) });
  expect(decode(list, many(1000))).toMatchObject({ ok: true });
  expect(decode(list, many(1001))).toEqual(tooMuch);
});

test('counts fields that the schema does not know, too', () => {
  const unknown = Object.fromEntries(Array.from({ length: 1001 }, (_, i) => [`field${i}`, '']));
  expect(decode(post, unknown)).toEqual(tooMuch);
});

test('refuses more than a mebibyte of text, in values and in names, counted in bytes', () => {
  expect(decode(post, { title: 'x'.repeat(1024 * 1024 - 5) })).toMatchObject({ ok: true });
  expect(decode(post, { title: 'x'.repeat(1024 * 1024) })).toEqual(tooMuch);
  expect(decode(post, { title: 'é'.repeat(1024 * 512) })).toEqual(tooMuch);
  expect(decode(post, { ['x'.repeat(1024 * 1024 + 1)]: '' })).toEqual(tooMuch);
});

test('reads nested objects and lists by their names', () => {
  const decoded = decode(tasks, {
    'tasks[0].title': 'first',
    'tasks[0].tags': ['a', 'b'],
    'tasks[1].title': 'second',
    'tasks[1].tags[0]': 'c',
  });
  expect(decoded).toEqual({
    ok: true,
    value: {
      tasks: [
        { title: 'first', tags: ['a', 'b'] },
        { title: 'second', tags: ['c'] },
      ],
    },
  });
});

test('an index is an order, not a size: a huge one is dropped, gaps are closed', () => {
  const decoded = decode(tasks, {
    'tasks[199].title': 'last',
    'tasks[2].title': 'first',
    'tasks[200].title': 'dropped',
    'tasks[1000000].title': 'dropped',
    'tasks[99999999999].title': 'dropped',
  });
  expect(decoded).toMatchObject({
    ok: true,
    value: { tasks: [{ title: 'first' }, { title: 'last' }] },
  });
});

test('drops a name with more than five steps', () => {
  const deep = z.object({
    a: z.object({ b: z.object({ c: z.object({ d: z.object({ e: z.string(), f: post }) }) }) }),
  });
  expect(decode(deep, { 'a.b.c.d.e': 'five', 'a.b.c.d.f.title': 'six' })).toEqual({
    ok: true,
    value: { a: { b: { c: { d: { e: 'five', f: {} } } } } },
  });
});

test.each([
  '__proto__',
  'constructor',
  'prototype',
  '__proto__.polluted',
  'constructor.prototype.polluted',
  '__proto__[polluted]',
  '__proto__[0]',
  'tasks.__proto__.polluted',
  'tasks[__proto__]',
  'tasks[0].__proto__.polluted',
  'tasks[0].constructor',
  'toString',
])('the name %s reaches no object', (name) => {
  const decoded = decode(tasks, { [name]: 'polluted', 'tasks[0].title': 'kept' });
  expect(decoded).toEqual({ ok: true, value: { tasks: [{ title: 'kept', tags: [] }] } });
  expect(Object.getPrototypeOf((decoded as { value: object }).value)).toBe(Object.prototype);
  expect({}).not.toHaveProperty('polluted');
});

test.each(['', '.', '.title', 'title.', 'title..x', '[', '[0]', 'title]', 'title[', 'ti[x]tle'])(
  'the malformed name "%s" is no field',
  (name) => {
    expect(decode(post, { [name]: 'x' })).toEqual({ ok: true, value: {} });
  },
);

test('a field that is sent twice is an error where the schema wants one', () => {
  expect(decode(post, { title: ['a', 'b'] })).toEqual({
    ok: false,
    errors: { title: ['This was sent more than once. Reload the page and try again.'] },
  });
});

test('a field that is sent twice is a list where the schema wants one', () => {
  const list = z.object({ tags: z.array(z.string()), some: z.array(z.string()).optional() });
  expect(decode(list, { tags: ['a', 'b'] })).toEqual({ ok: true, value: { tags: ['a', 'b'] } });
  expect(decode(list, { tags: 'a' })).toEqual({ ok: true, value: { tags: ['a'] } });
  expect(decode(list, {})).toEqual({ ok: true, value: { tags: [] } });
});

test('names the item of a list that could not be read', () => {
  const file = new File(['x'], 'x.txt');
  expect(decode(tasks, { 'tasks[0].title': file })).toMatchObject({
    ok: false,
    errors: { 'tasks.0.title': ['Text is expected here, not a file.'] },
  });
});

test('the input of an action has named fields', () => {
  expect(() => shapeOf(z.string())).toThrow('declare it with z.object');
  expect(() => shapeOf(z.array(z.string()))).toThrow('declare it with z.object');
});
