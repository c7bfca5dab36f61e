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

test.each([
  'password',
  'newPassword',
  'passwordHash',
  'passphrase',
  'token',
  'accessToken',
  'csrf_token',
  'secret',
  'clientSecret',
  'cookie',
  'Cookie',
  'set-cookie',
  'authorization',
  'Proxy-Authorization',
  'x-api-key',
  'apiKey',
  'privateKey',
  'credentials',
  'otp',
])('removes "%s" at any depth', (name) => {
  const { lines, logger } = logging('info');
  const secret = { [name]: 's3cr3t' };
  logger.error({ ...secret, user: secret, request: { headers: [{ a: secret }] } }, 'with secrets');
  logger.error({ [name]: { inside: ['s3cr3t'] } }, 'with secrets');
  expect(lines).toHaveLength(2);
  expect(lines.join('')).not.toContain('s3cr3t');
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ [name]: '[secret]' });
});

test('keeps what is no secret, and what is given stays as it was', () => {
  const { lines, logger } = logging('info');
  const given = { errorId: 'abc', code: 'X', token: 't', at: new Date(0), none: null, list: [1] };
  logger.info(given, 'kept');
  const line = JSON.parse(lines[0] ?? '') as object;
  expect(line).toMatchObject({ errorId: 'abc', code: 'X', none: null, list: [1] });
  expect(line).toMatchObject({ at: '1970-01-01T00:00:00.000Z' });
  expect(given.token).toBe('t');
});

test('of an error it writes what a log may hold, also when it is given as it is', () => {
  const { lines, logger } = logging('info');
  const failed = Object.assign(new Error('Failed query: select $1\nparams: s3cr3t'), {
    params: ['s3cr3t'],
    query: 's3cr3t',
  });
  logger.error({ err: failed, list: [failed] }, 'failed');
  logger.error({ deep: { deeper: { cause: new Error('x', { cause: failed }) } } }, 'failed');
  expect(lines.join('')).not.toContain('s3cr3t');
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ err: { message: 'Failed query: select $1' } });
});

test('a ring is cut, not followed for ever', () => {
  const { lines, logger } = logging('info');
  const ring: Record<string, unknown> = { name: 'ring' };
  ring.again = ring;
  logger.info({ ring }, 'ring');
  expect(lines[0]).toContain('[too deep]');
});

test('the causes of an error keep their codes', () => {
  const { lines, logger } = logging('info');
  const cause = Object.assign(new Error('relation "users" does not exist'), { code: '42P01' });
  logger.error({ err: new Error('Failed query', { cause }) }, 'failed');
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    err: { message: 'Failed query', cause: { code: '42P01' } },
  });
});
