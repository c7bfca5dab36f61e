import { expect, test } from 'vitest';
import { runProgram } from './turbo.ts';

const say = (text: string, code = 0) =>
  runProgram('node', ['-e', `console.log(${JSON.stringify(text)}); process.exitCode = ${code}`], {
    signal: new AbortController().signal,
  });

test('what a program says of itself stands in the summary', async () => {
  expect(await say('Cached:    3 cached, 4 total')).toEqual({ ok: true, note: '3 of 4 cached' });
  expect(await say('perimeter: 1 WEAKER (posts.create); see docs/perimeter.md', 1)).toEqual({
    ok: false,
    note: '1 WEAKER (posts.create); see docs/perimeter.md',
  });
});
