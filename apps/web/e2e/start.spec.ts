import { expect, test } from '@repo/testing/fixtures';
import { startStack } from '@repo/services/stack';

const databaseUrl = () => process.env.E2E_DATABASE_URL ?? '';

// Beside each schema is tested all that it refuses. Here: a process of production asks every one of them.
test.describe('production refuses to start', { tag: '@no-js-only' }, () => {
  const broken: { env: Record<string, string>; says: RegExp[] }[] = [
    { env: { APP_SECRET: '' }, says: [/APP_SECRET is not set.*openssl rand/] },
    {
      env: { DATABASE_URL: 'mysql://x' },
      says: [/web cannot start: DATABASE_URL must be a Postgres address/],
    },
    {
      env: { TRUSTED_PROXIES: 'fly' },
      says: [/web cannot start: .*does not run on fly \(FLY_MACHINE_ID is not set\)/],
    },
    {
      env: {
        OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318',
        NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: 'c2hvcnQ=',
        SERVER_ACTIONS_PREVIOUS_ENCRYPTION_KEYS: 'no key',
      },
      says: [
        /OTEL_EXPORTER_OTLP_ENDPOINT must be the http address/,
        /NEXT_SERVER_ACTIONS_ENCRYPTION_KEY holds 5 bytes and needs 32: make one with/,
        /SERVER_ACTIONS_PREVIOUS_ENCRYPTION_KEYS, key 1 of 1, is not base64: make one with/,
      ],
    },
  ];
  for (const { env, says } of broken) {
    test(`${Object.keys(env).join(', ')}: one sentence that names it`, async () => {
      const start = startStack({ apps: ['web'], databaseUrl: databaseUrl(), env });
      const { message } = await start.then(
        () => Promise.reject(new Error('It started.')),
        (error: unknown) => error as Error,
      );
      for (const sentence of says) expect(message).toMatch(sentence);
    });
  }
});
