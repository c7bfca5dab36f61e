import { describe, expect, test } from 'vitest';
import { classifyError, describeError } from './classify-error.ts';

function coded(code: string | number, cause?: unknown): Error {
  return Object.assign(new Error('x', { cause }), { code });
}

/** As drizzle wraps what postgres.js throws. */
function queryError(message: string, params: string, code = '22P02'): Error {
  const driver = Object.assign(new Error(message), {
    name: 'PostgresError',
    code,
    detail: `Key (email)=(${params}) already exists.`,
    constraint_name: 'users_email_unique',
    parameters: [params],
    query: 'insert',
  });
  return new Error(`Failed query: insert into t values ($1)\nparams: ${params}`, { cause: driver });
}

describe('a surprise means', () => {
  test.each([
    ['CONFLICT', '40001'],
    ['CONFLICT', '40P01'],
    ['TIMEOUT', '57014'],
    ['UNAVAILABLE', '53300'],
    ['UNAVAILABLE', '57P01'],
    ['UNAVAILABLE', '08006'],
    ['UNAVAILABLE', 'ECONNREFUSED'],
    ['UNAVAILABLE', 'CONNECT_TIMEOUT'],
    ['UNAVAILABLE', 'PASSWORDS_BUSY'],
    ['INTERNAL', '23505'],
    ['INTERNAL', '08'],
    ['INTERNAL', 40001],
    ['INTERNAL', 'constructor'],
    ['INTERNAL', 'toString'],
  ])('%s for the code %s, also when another error wraps it', (expected, code) => {
    expect(classifyError(coded(code))).toBe(expected);
    expect(classifyError(new Error('wrapped', { cause: coded(code) }))).toBe(expected);
  });

  test.each([['text'], [null], [undefined], [{ code: '40001' }], [new Error('x')]])(
    'INTERNAL for %j',
    (thrown) => {
      expect(classifyError(thrown)).toBe('INTERNAL');
    },
  );
});

test('a ring of causes ends', () => {
  const error = new Error('a');
  error.cause = new Error('b', { cause: error });
  expect(classifyError(error)).toBe('INTERNAL');
  expect(JSON.stringify(describeError(error, []))).toContain('"cause"');
});

describe('what a log says of an error', () => {
  test('is its kind, message, code, constraint and frames', () => {
    expect(describeError(queryError('duplicate key', 'x', '23505'), [])).toMatchObject({
      name: 'Error',
      message: 'Failed query: insert into t values ($1)',
      stack: expect.stringMatching(/^ {4}at .*classify-error\.test/s) as string,
      cause: { name: 'PostgresError', code: '23505', constraint: 'users_email_unique' },
    });
  });

  test.each(['hunter2-typed', 'two lines\n    at the sea (secret:1:1)', 'ends\n'])(
    'is never a parameter or the contents of a row: %j',
    (params) => {
      const quoted = queryError(`invalid input syntax for type integer: "${params}"`, params);
      const logged = JSON.stringify(describeError(quoted, []));
      for (const line of params.split('\n').filter(Boolean)) expect(logged).not.toContain(line);
    },
  );

  test('is never a secret that was typed, wherever it stands', () => {
    const secret = 'hunter2-typed';
    const error = Object.assign(new Error(`no ${secret} here`, { cause: new Error(secret) }), {
      name: `Error of ${secret}`,
      code: secret,
    });
    expect(JSON.stringify(describeError(error, [secret]))).not.toContain(secret);
  });

  test('is the type only, for what is no error', () => {
    expect(describeError('a text with a secret', [])).toEqual({ type: 'string' });
  });
});
