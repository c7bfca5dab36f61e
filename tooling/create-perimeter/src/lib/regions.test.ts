import { expect, test } from 'vitest';
import { withoutRegions } from './regions.mjs';

const code = 'a\n// <sample>\nb\n// </sample>\nc\n';

test('a region goes with its marks, or the marks alone', () => {
  expect(withoutRegions(code, 'sample', false)).toBe('a\nc\n');
  expect(withoutRegions(code, 'sample', true)).toBe('a\nb\nc\n');
  expect(withoutRegions(code, 'kit', false)).toBe(code);
});

test.each([
  ['yaml', '# <sample>\nb\n# </sample>\n'],
  ['JSX', '  {/* <sample> */}\nb\n  {/* </sample> */}\n'],
  ['Markdown', '<!-- <sample> -->\nb\n<!-- </sample> -->\n'],
])('marks are comments of %s', (_language, text) => {
  expect(withoutRegions(text, 'sample', false)).toBe('');
  expect(withoutRegions(text, 'sample', true)).toBe('b\n');
});

test('a mark between blank lines leaves one of them', () => {
  const text = 'a\n\n<!-- <sample> -->\n\nb\n\n<!-- </sample> -->\n\nc\n';
  expect(withoutRegions(text, 'sample', true)).toBe('a\n\nb\n\nc\n');
  expect(withoutRegions(text, 'sample', false)).toBe('a\n\nc\n');
});

test.each(['// <kit>\na\n', '// </kit>\na\n', '// <kit>\n// <kit>\n// </kit>\n'])(
  'a mark without its other half is refused: %j',
  (text) => {
    expect(() => withoutRegions(text, 'kit', false)).toThrow('kit>');
  },
);
