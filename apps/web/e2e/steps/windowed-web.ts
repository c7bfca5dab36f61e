import { startStack, type Stack } from '@repo/services/stack';

/** A process of web of its own, on the database of the tests, that accepts these keys of other builds. */
export function startWindowedWeb(...keys: string[]): Promise<Stack> {
  return startStack({
    apps: ['web'],
    databaseUrl: process.env.E2E_DATABASE_URL ?? '',
    env: {
      APP_SECRET: 'a process of web with a rotation window',
      TRUSTED_PROXIES: '127.0.0.1/32,::1/128',
      SERVER_ACTIONS_PREVIOUS_ENCRYPTION_KEYS: keys.join(','),
    },
  });
}
