import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { nextEnv } from '../../env.ts';
import { environmentLines, instructions, rotate, withLines } from './rotate-keys.ts';

const key = () => randomBytes(32).toString('base64');
const [oldest, old, fresh] = [key(), key(), key()];
const before = { current: old, previous: [oldest] };
const after = rotate(before, fresh);

const environment = (lines: readonly string[]) =>
  Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );

test('the new key is current, the old one the first of the window, and the start accepts the lines', () => {
  expect(after).toEqual({ current: fresh, previous: [old, oldest] });
  expect(nextEnv({ NODE_ENV: 'test', ...environment(environmentLines(after)) })).toEqual({
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: fresh,
    SERVER_ACTIONS_PREVIOUS_ENCRYPTION_KEYS: [old, oldest],
  });
});

test('it says in three steps what to set where: both kinds of instances know each other, then the window ends', () => {
  const values = instructions(before, after)
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  expect(values).toEqual([
    `SERVER_ACTIONS_PREVIOUS_ENCRYPTION_KEYS=${fresh},${oldest}`,
    `NEXT_SERVER_ACTIONS_ENCRYPTION_KEY=${fresh}`,
    `SERVER_ACTIONS_PREVIOUS_ENCRYPTION_KEYS=${old},${oldest}`,
    'SERVER_ACTIONS_PREVIOUS_ENCRYPTION_KEYS=',
  ]);
});

test('a .env keeps its other lines and its comments, and has each variable once', () => {
  const lines = environmentLines(after);
  const file = `# kept\nWEB_PORT=3005\n${lines[0]?.split('=', 1)[0]}=${old}\nLOG_LEVEL=warn`;
  expect(withLines(file, lines)).toBe(
    `# kept\nWEB_PORT=3005\n${lines[0]}\nLOG_LEVEL=warn\n${lines[1]}\n`,
  );
  expect(withLines('', lines)).toBe(`${lines.join('\n')}\n`);
});

test('a variable that a .env sets twice is new in both places: the last one counts', () => {
  const lines = environmentLines(after);
  const earlier = `${lines[0]?.split('=', 1)[0]}=${old}`;
  expect(withLines(`${earlier}\nX=1\n${earlier}\n`, lines).split('\n')).toEqual([
    lines[0],
    'X=1',
    lines[0],
    lines[1],
    '',
  ]);
});
