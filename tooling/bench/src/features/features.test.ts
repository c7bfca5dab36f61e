import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { declarationsOf } from './declarations.ts';
import { features, libraries, type Library } from './features.ts';

const names = Object.keys(libraries) as Library[];
const declarations = Object.fromEntries(names.map((name) => [name, declarationsOf(name)]));

test.each(features)(
  '"$name" is true of the libraries that are said to have it',
  ({ has, word }) => {
    const wrong = names.filter((name) => {
      const text = declarations[name] ?? '';
      const shows = has[name];
      return shows ? !shows.test(text) : word.test(text);
    });
    expect(wrong).toEqual([]);
  },
);

test('what is said to be ours is there', () => {
  const missing = features.filter(
    ({ ours }) => ours && !existsSync(new URL(`../../../../${ours}`, import.meta.url)),
  );
  expect(missing).toEqual([]);
});
