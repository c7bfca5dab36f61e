import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { createLogger } from './logger.ts';

function logging(level: string) {
  const lines: string[] = [];
  const into = new Writable({ write: (chunk, _, done) => (lines.push(String(chunk)), done()) });
  return { lines, logger: createLogger('web', level, into) };
}

test('writes one JSON line with the app', () => {
  const { lines, logger } = logging('info');
  logger.info({ action: 'posts.create' }, 'hello');
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    app: 'web',
    action: 'posts.create',
    msg: 'hello',
  });
});

test('says nothing below its level', () => {
  const { lines, logger } = logging('error');
  logger.warn({}, 'quiet');
  expect(lines).toEqual([]);
});

test('removes what is secret by its name', () => {
  const { lines, logger } = logging('info');
  const secrets = { password: 's3cr3t', token: 's3cr3t', secret: 's3cr3t', cookie: 's3cr3t' };
  logger.error({ ...secrets, user: secrets }, 'with secrets');
  expect(lines[0]).not.toContain('s3cr3t');
});
