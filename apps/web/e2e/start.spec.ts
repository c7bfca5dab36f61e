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
  ];
  for (const { variable, env, says } of broken) {
    test(`${variable} as "${env[variable]}": one sentence that names it`, async () => {
      await expect(startStack({ apps: ['web'], databaseUrl: databaseUrl(), env })).rejects.toThrow(
        says,
      );
    });
  }
});
