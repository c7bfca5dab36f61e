import { expect, test } from 'vitest';
import { actionsEnv } from './env.ts';

const APP_SECRET = 'x'.repeat(32);

test('needs a secret and says how to make one', () => {
  expect(() => actionsEnv({ APP_SECRET: '' })).toThrow('openssl rand');
  expect(() => actionsEnv({ APP_SECRET: 'short' })).toThrow('APP_SECRET is too short');
});

test('takes blank for unset', () => {
  const env = { APP_SECRET, TRUSTED_PROXIES: '', LOG_LEVEL: '' };
  expect(actionsEnv(env)).toMatchObject({ TRUSTED_PROXIES: [], LOG_LEVEL: 'info' });
});

test('reads the proxies as a list', () => {
  const env = { APP_SECRET, TRUSTED_PROXIES: ' 10.0.0.0/8, ::1 ,' };
  expect(actionsEnv(env).TRUSTED_PROXIES).toEqual(['10.0.0.0/8', '::1']);
});
