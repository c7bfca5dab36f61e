import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { nextEnv, nextEnvProblems, requireSameDeployment } from './env.ts';

const NODE_ENV = 'test';

test('blank is unset, so that nothing is exported', () => {
  expect(nextEnv({ NODE_ENV, OTEL_EXPORTER_OTLP_ENDPOINT: '' })).toEqual({});
});

test.each(['localhost:4318', 'grpc://collector:4317', 'collector'])(
  'refuses "%s" as the address of a collector and gives an example',
  (address) => {
    const read = () => nextEnv({ NODE_ENV, OTEL_EXPORTER_OTLP_ENDPOINT: address });
    expect(read).toThrow('OTEL_EXPORTER_OTLP_ENDPOINT must be the http address of a collector');
    expect(read).toThrow('for example http://127.0.0.1:4318');
  },
);

const KEY = randomBytes(32).toString('base64');
const OTHER = randomBytes(32).toString('base64');
const THIRD = randomBytes(32).toString('base64');
const PREVIOUS = 'SERVER_ACTIONS_PREVIOUS_ENCRYPTION_KEYS';

test('other keys are read in their order, with or without spaces', () => {
  const env = nextEnv({
    NODE_ENV,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: KEY,
    [PREVIOUS]: `${OTHER}, ${THIRD}`,
  });
  expect(env.SERVER_ACTIONS_PREVIOUS_ENCRYPTION_KEYS).toEqual([OTHER, THIRD]);
});

test.each<[string, Record<string, string>, RegExp]>([
  [
    'a key that is no base64',
    { NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: KEY.replaceAll(/.$/g, '') },
    /^NEXT_SERVER_ACTIONS_ENCRYPTION_KEY is not base64: make one with .+keys:rotate/,
  ],
  [
    'a key of 16 bytes',
    { NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: randomBytes(16).toString('base64') },
    /^NEXT_SERVER_ACTIONS_ENCRYPTION_KEY holds 16 bytes and needs 32: /,
  ],
  [
    'another key of 33 bytes',
    { [PREVIOUS]: `${OTHER},${randomBytes(33).toString('base64')}` },
    /^SERVER_ACTIONS_PREVIOUS_ENCRYPTION_KEYS, key 2 of 2, holds 33 bytes and needs 32: /,
  ],
  [
    'the current key among the others',
    { NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: KEY, [PREVIOUS]: `${OTHER},${KEY}` },
    /key 2 of 2, is NEXT_SERVER_ACTIONS_ENCRYPTION_KEY itself: list the keys of other builds only$/,
  ],
  ['a key listed twice', { [PREVIOUS]: `${OTHER},${OTHER}` }, /key 2 of 2, is listed before/],
  ['a list that ends in a comma', { [PREVIOUS]: `${OTHER},` }, /key 2 of 2, holds 0 bytes/],
])('refuses %s in one sentence', (_, set, sentence) => {
  const said = nextEnvProblems({ NODE_ENV, ...set });
  expect(said).toHaveLength(1);
  expect(said[0]).toMatch(sentence);
});

test.each(['a b', 'v1.2', 'a'.repeat(65), 'a/b'])(
  'refuses "%s" as the name of a deployment and gives an example',
  (name) => {
    const read = () => nextEnv({ NODE_ENV, NEXT_DEPLOYMENT_ID: name });
    expect(read).toThrow('NEXT_DEPLOYMENT_ID must be 1 to 64 letters');
    expect(read).toThrow('for example 2026-11-23_4f2a9c1');
  },
);

test('a server runs under the name of its build, or both have none', () => {
  const run = (built: string | false, running: string) =>
    requireSameDeployment(nextEnv({ NODE_ENV, NEXT_DEPLOYMENT_ID: running }), built);
  expect(() => run('a', 'a')).not.toThrow();
  expect(() => run(false, '')).not.toThrow();
  expect(() => run('a', 'b')).toThrow('NEXT_DEPLOYMENT_ID is "b" here, but "a" in this build');
  expect(() => run('a', '')).toThrow('is not set here, but "a" in this build');
  expect(() => run(false, 'b')).toThrow('is "b" here, but not set in this build');
});
