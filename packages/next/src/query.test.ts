import { expect, test } from 'vitest';
import { minuteOf, oneOf, pageNumber, textOf, withQuery } from './query.ts';

test('text is trimmed, the first of several, at most 200 characters, and absent when blank', () => {
  expect(textOf('  a b ')).toBe('a b');
  expect(textOf(['first', 'second'])).toBe('first');
  expect(textOf('x'.repeat(500))).toHaveLength(200);
  for (const blank of [undefined, '', '   ', []]) expect(textOf(blank)).toBeUndefined();
});

test('a word outside of the list is no word', () => {
  expect(oneOf('draft', ['draft', 'published'])).toBe('draft');
  for (const other of ['DRAFT', 'constructor', '', undefined]) {
    expect(oneOf(other, ['draft', 'published'])).toBeUndefined();
  }
});

test('whatever is no page number is the first page', () => {
  expect(pageNumber('7')).toBe(7);
  for (const wrong of ['0', '-1', '1.5', '1e400', 'NaN', 'x', undefined, ['', '2']]) {
    expect(pageNumber(wrong)).toBe(1);
  }
});

test('a minute is one that a database can hold, and so is the one after it', () => {
  for (const minute of ['2026-11-23T16:00', '0001-01-01T00:00', '9998-12-31T23:59'])
    expect(minuteOf(minute)).toBe(minute);
  for (const wrong of [
    '0000-01-01T00:00',
    '9999-12-31T23:59',
    '2026-13-01T00:00',
    '2026-11-23',
    '',
  ])
    expect(minuteOf(wrong)).toBeUndefined();
});

test('an address carries what is set, encoded', () => {
  expect(withQuery('/posts', { search: 'a&b', status: undefined, page: 2, actor: '' })).toBe(
    '/posts?search=a%26b&page=2',
  );
  expect(withQuery('/posts', {})).toBe('/posts');
});
