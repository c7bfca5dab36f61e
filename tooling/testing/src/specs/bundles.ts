import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../fixtures.ts';

/** Words of code that belongs to the server: schemas, definitions of actions, the database. */
const SERVER_ONLY = ['_zod', '~standard', 'perimeter.definition', 'drizzle'];

/** What browsers load, read from the production build in the folder of the app. */
export function bundleSpecs(): void {
  test.describe('scripts of the browser', { tag: '@no-js-only' }, () => {
    test('hold no schema, no definition of an action and no query', () => {
      expect(wordsOf('.next/static')).toEqual([]);
    });

    test('the server’s do hold these words: the test above looks for the right ones', () => {
      expect(wordsOf('.next/server')).toEqual(SERVER_ONLY);
    });
  });
}

function wordsOf(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const scripts = files.filter((file) => file.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(0);
  const texts = scripts.map((file) => readFileSync(join(folder, file), 'utf8'));
  return SERVER_ONLY.filter((word) => texts.some((text) => text.includes(word)));
}
