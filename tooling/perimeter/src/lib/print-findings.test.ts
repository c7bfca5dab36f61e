import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { changed, finding } from './finding.ts';
import { exitCodeOf } from './perimeter.ts';
import { markdownFindings, printFindings, summariseFindings } from './print-findings.ts';

const weaker = changed('web', 'posts.create', {
  property: 'title.pattern',
  before: '^[a|b]*$',
  after: null,
  weaker: 'It lets more in.',
});
const fresh = finding('web', 'NEW', 'posts.new', { happened: 'posts.new can be called.' });
const raw = finding('web', 'RAW_EXPORT', 'a.ts x', { happened: 'a.ts exports x.' });

test('each finding says what happened, why it matters, and what to do', () => {
  expect(stripVTControlCharacters(printFindings([weaker]))).toBe(
    [
      'WEAKER  web  posts.create: title.pattern went from ^[a|b]*$ to none.',
      '  It lets more in.',
      '',
      '  Meant: run `pnpm perimeter lock` and commit the lock. Not meant: put it back.\n',
    ].join('\n'),
  );
});

test('errors come first, then what is weaker; the last line counts', () => {
  const all = [fresh, weaker, raw];
  expect(stripVTControlCharacters(printFindings(all)).match(/^[A-Z_]+/gm)).toEqual([
    'RAW_EXPORT',
    'WEAKER',
    'NEW',
  ]);
  expect(summariseFindings(all)).toBe(
    '1 RAW_EXPORT (a.ts x), 1 WEAKER (posts.create), 1 NEW (posts.new); see docs/perimeter.md',
  );
  const four = [1, 2, 3, 4].map((id) => ({ ...fresh, subject: `a.${id}` }));
  expect(summariseFindings(four)).toBe('4 NEW (a.1, a.2, a.3, …); see docs/perimeter.md');
  expect(summariseFindings([])).toBe('in step with its locks');
});

test('the Markdown table has a row for each, and text stays text', () => {
  const rows = markdownFindings([weaker, fresh], 'the locks of HEAD').split('\n').slice(4, -1);
  expect(rows).toHaveLength(4);
  expect(rows[2]).toBe(
    String.raw`| WEAKER | web | posts.create | title.pattern | ^\[a\|b\]\*$ | none | It lets more in. |`,
  );
  expect(markdownFindings([], 'the locks of HEAD')).toContain('what the locks of HEAD say.');
});

test('the exit code tells a difference from an error, and both from what cannot be read', () => {
  const unread = finding('web', 'NO_BUILD', 'web', { happened: 'No build.' });
  expect([[], [fresh], [fresh, raw], [fresh, raw, unread]].map(exitCodeOf)).toEqual([0, 1, 2, 3]);
});
