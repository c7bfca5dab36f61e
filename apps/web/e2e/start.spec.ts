import { expect, test } from '@repo/testing/fixtures';
import { startStack } from '@repo/services/stack';

const databaseUrl = () => process.env.E2E_DATABASE_URL ?? '';

test.describe('production refuses to start', { tag: '@no-js-only' }, () => {
  const broken: { variable: string; env: Record<string, string>; says: RegExp }[] = [
    {
      variable: 'APP_SECRET',
      env: { APP_SECRET: '' },
      says: /APP_SECRET is not set.*openssl rand/,
    },
    { variable: 'APP_SECRET', env: { APP_SECRET: 'short' }, says: /APP_SECRET is too short/ },
    {
      variable: 'DATABASE_URL',
      env: { DATABASE_URL: 'mysql://x' },
      says: /DATABASE_URL must be a Postgres address/,
    },
    {
      variable: 'TRUSTED_PROXIES',
      env: { TRUSTED_PROXIES: 'everyone' },
      says: /TRUSTED_PROXIES: "everyone"/,
    },
    {
      variable: 'TRUSTED_PROXIES',
      env: { TRUSTED_PROXIES: 'fly' },
      says: /web cannot start: .*does not run on fly \(FLY_MACHINE_ID is not set\)/,
    },
    {
      variable: 'TRUSTED_PROXIES',
      env: { TRUSTED_PROXIES: 'cloudflare,10.0.0.0/8' },
      says: /TRUSTED_PROXIES: "cloudflare" stands alone/,
    },
    {
      variable: 'OTEL_EXPORTER_OTLP_ENDPOINT',
      env: { OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318' },
      says: /OTEL_EXPORTER_OTLP_ENDPOINT must be the http address/,
    },
    {
      variable: 'NEXT_SERVER_ACTIONS_ENCRYPTION_KEY',
      env: { NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: 'c2hvcnQ=' },
      says: /NEXT_SERVER_ACTIONS_ENCRYPTION_KEY holds 5 bytes and needs 32: make one with/,
    },
    {
      variable: 'SERVER_ACTIONS_PREVIOUS_ENCRYPTION_KEYS',
      env: { SERVER_ACTIONS_PREVIOUS_ENCRYPTION_KEYS: 'no key' },
      says: /SERVER_ACTIONS_PREVIOUS_ENCRYPTION_KEYS, key 1 of 1, is not base64: make one with/,
    },
  ];
  for (const { variable, env, says } of broken) {
    test(`${variable} as "${env[variable]}": one sentence that names it`, async () => {
      await expect(startStack({ apps: ['web'], databaseUrl: databaseUrl(), env })).rejects.toThrow(
        says,
      );
    });
  }
});
