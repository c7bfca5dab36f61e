import fc from 'fast-check';
import { assert, describe, expect, test } from 'vitest';
import { htmlPattern } from './html-pattern.ts';

/** As a browser does: anchored, with the flag `v`. */
const inBrowser = (pattern: string, text: string) => new RegExp(`^(?:${pattern})$`, 'v').test(text);

const SAME = [
  '^[a-z0-9]+(-[a-z0-9]+)*$',
  '^(?:[01]\\d|2[0-3]):[0-5]\\d$',
  '^[A-Z]{2}\\d{2} ?[0-9A-Z]{4}$',
  '^(a|b)$',
  '^\\w+@\\w+\\.[a-z]{2,}$',
  "^[A-Za-z0-9_'+\\-]*$",
  '^\\s*$',
  '^$',
];

describe('a pattern that both read alike', () => {
  test.each(SAME)('%s accepts the same texts in the browser', (source) => {
    const pattern = htmlPattern(source);
    assert(pattern !== null, 'none was made');
    const matching = fc.stringMatching(new RegExp(source));
    const text = fc.oneof(
      matching,
      matching.map((found) => `${found}\n`),
      fc.tuple(fc.string({ unit: 'binary' }), matching).map((parts) => parts.join('')),
      fc.string({ unit: 'binary', maxLength: 6 }),
    );
    fc.assert(
      fc.property(text, (typed) => inBrowser(pattern, typed) === new RegExp(source).test(typed)),
    );
  });
});

test.each([
  ['a dot is half an emoji here and a whole one there', '^..$'],
  ['so is a class by what it is not', '^[^a]{2}$'],
  ['and what is no space', '^\\S{2}$'],
  ['an emoji in a class is two characters here', '^[😀]$'],
  ['a set operator there is a character here', '^[a&&b]$'],
  ['a subtraction there is a range here', '^[+--]$'],
  ['a class in a class', '^[[a]b]$'],
  ['a property', '^\\p{L}$'],
  ['a reference', '^(a)\\1$'],
  ['a reserved pair of signs', '^[!!]$'],
  ['an escape that is none there', '^\\-$'],
  ['nothing holds it at the start', 'a$'],
  ['nothing holds it at the end', '^a'],
  ['each choice is held on one side', '^a|b$'],
  ['an end that is a character', '^a\\$'],
  ['no pattern at all', '^($'],
])('none is made where %s', (_why, source) => {
  expect(htmlPattern(source)).toBeNull();
});
