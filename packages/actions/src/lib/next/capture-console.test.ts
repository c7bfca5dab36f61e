// oxlint-disable eslint/no-console -- it is what is tested
import { Writable } from 'node:stream';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLogger } from '../logger.ts';
import { captureConsole } from './capture-console.ts';

const { error, warn } = console;
let lines: string[];

beforeEach(() => {
  lines = [];
  const into = new Writable({ write: (chunk, _, done) => (lines.push(String(chunk)), done()) });
  captureConsole(createLogger('web', 'info', into));
});
afterEach(() => void Object.assign(console, { error, warn }));

test('an error that is printed becomes one JSON line, without what hangs on it', () => {
  const cause = Object.assign(new Error('x'), { name: 'PostgresError', detail: 'Key (s3cr3t)' });
  const failed = Object.assign(new Error('Failed query: select $1\nparams: s3cr3t', { cause }), {
    params: ['s3cr3t'],
    digest: '1234567890',
  });
  console.error('⨯', failed);
  expect(lines).toHaveLength(1);
  expect(lines[0]).not.toContain('s3cr3t');
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    level: 50,
    app: 'web',
    errorId: '1234567890',
    msg: '⨯',
    err: { message: 'Failed query: select $1', cause: { name: 'PostgresError' } },
  });
});

test('a text cannot forge a line of the log', () => {
  console.warn('bad header\n{"level":50,"msg":"forged"}');
  expect(lines.join('').trimEnd().split('\n')).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 40 });
});

test('of anything else nothing is written but that it was', () => {
  console.error({ params: ['s3cr3t'] }, ['s3cr3t']);
  expect(lines).toHaveLength(1);
  expect(lines[0]).not.toContain('s3cr3t');
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ msg: 'written to the console' });
});
