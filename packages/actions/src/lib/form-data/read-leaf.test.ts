import { describe, expect, test } from 'vitest';
import { formData } from '../../testing.ts';
import { z } from '../zod.ts';
import { decodeForm } from './decode.ts';
import { shapeOf } from './shape.ts';

const emptyFile = new File([], '');
const file = new File(['x'], 'x.txt');

/** What the schema is given for one field. */
function read(field: z.ZodType, entry?: string | Blob | (string | Blob)[]): unknown {
  const form = formData(entry === undefined ? {} : { field: entry });
  const decoded = decodeForm(form, shapeOf(z.object({ field })));
  return decoded.ok ? (decoded.value as { field?: unknown }).field : decoded.errors.field;
}

describe('empty text', () => {
  test.each([
    ['stays empty where text is required', z.string(), ''],
    ['is null where the schema says nullable', z.string().nullable(), null],
    ['is undefined where the field is optional', z.string().optional(), undefined],
    ['is undefined where there is a default', z.string().default('x'), undefined],
    ['is null where the field is both', z.string().nullable().optional(), null],
    ['is no zero', z.number(), undefined],
    ['is null for a nullable number', z.number().nullable(), null],
  ])('%s', (_title, schema, expected) => {
    expect(read(schema, '')).toBe(expected);
  });

  test('is also what has only spaces', () => {
    expect(read(z.string().nullable(), ' \r\n ')).toBeNull();
    expect(read(z.string(), '  ')).toBe('  ');
  });

  test('is not a field that was not sent', () => {
    expect(read(z.string().nullable())).toBeUndefined();
  });
});

test('line breaks are \\n, as they were typed', () => {
  expect(read(z.string(), 'a\r\nb\nc\r\n')).toBe('a\nb\nc\n');
});

test.each([
  ['12', 12],
  [' 12.5 ', 12.5],
  ['-3e2', -300],
  ['0', 0],
  ['12 apples', '12 apples'],
  ['Infinity', 'Infinity'],
  ['NaN', 'NaN'],
])('the number "%s" is read as %s', (entry, expected) => {
  expect(read(z.number(), entry)).toBe(expected);
});

test.each([
  ['on', true],
  ['true', true],
  ['1', true],
  [undefined, false],
  ['', false],
  ['false', false],
  ['0', false],
  ['maybe', 'maybe'],
])('the checkbox %s is read as %s', (entry, expected) => {
  expect(read(z.boolean(), entry)).toBe(expected);
});

describe('files', () => {
  test('a file where text belongs is an error of that field', () => {
    for (const schema of [z.string(), z.number(), z.boolean(), z.array(z.string()).optional()]) {
      const decoded = decodeForm(formData({ field: file }), shapeOf(z.object({ field: schema })));
      expect(Object.values(decoded.ok ? {} : decoded.errors)).toEqual([
        ['Text is expected here, not a file.'],
      ]);
    }
  });

  test('text where a file belongs is left to validation, which refuses it', () => {
    const schema = z.object({ field: z.file() });
    const decoded = decodeForm(formData({ field: 'text' }), shapeOf(schema));
    expect(decoded.ok && schema.safeParse(decoded.value).success).toBe(false);
  });

  test('a file is passed on', () => {
    expect(read(z.file(), file)).toBeInstanceOf(File);
  });

  test('an input that was left empty gives no file', () => {
    expect(read(z.file(), emptyFile)).toBeUndefined();
    expect(read(z.file().nullable(), emptyFile)).toBeNull();
    expect(read(z.array(z.file()), emptyFile)).toEqual([]);
  });

  test('a file that is empty but has a name is a file', () => {
    expect(read(z.file(), new File([], 'empty.txt'))).toBeInstanceOf(File);
  });
});
