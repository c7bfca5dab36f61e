import { expect, test } from 'vitest';
import { readResults } from '../lib/results.ts';
import { parts } from '../parts.ts';
import { writtenSection } from './readme.ts';
import { section } from './section.ts';

test('the README says what the results say: run pnpm bench, or node src/cli/readme.ts here', () => {
  expect(writtenSection()).toBe(section(readResults()));
});

test('no cell of the README comes from a part or a row that is gone', () => {
  const lines = section(readResults()).split('\n');
  const figures = lines.filter((line) => /^\| (?:µs|CPU|type |lines)/.test(line));
  expect(figures).toHaveLength(7);
  expect(figures.filter((line) => !/\d/.test(line.split('|')[2] ?? ''))).toEqual([]);
  expect(lines.join('\n')).not.toContain('?');
});

test('every part has results, and no part that is gone', () => {
  expect(new Set(Object.keys(readResults().parts))).toEqual(new Set(Object.keys(parts)));
});
