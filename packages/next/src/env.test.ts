import { expect, test } from 'vitest';
import { nextEnv } from './env.ts';

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
