import { describe, expect, test } from 'vitest';
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

describe('where limits are counted', () => {
  const UPSTASH = {
    UPSTASH_REDIS_REST_URL: 'https://eu1-name-12345.upstash.io',
    UPSTASH_REDIS_REST_TOKEN: 'token',
  };

  test('is told by both variables of Upstash, or by none', () => {
    expect(actionsEnv({ APP_SECRET, ...UPSTASH })).toMatchObject(UPSTASH);
    expect(() => actionsEnv({ APP_SECRET, ...UPSTASH, UPSTASH_REDIS_REST_URL: '' })).toThrow(
      'UPSTASH_REDIS_REST_TOKEN is set, but UPSTASH_REDIS_REST_URL is not',
    );
    expect(() => actionsEnv({ APP_SECRET, ...UPSTASH, UPSTASH_REDIS_REST_TOKEN: '' })).toThrow(
      'UPSTASH_REDIS_REST_URL is set, but UPSTASH_REDIS_REST_TOKEN is not',
    );
  });

  test.each([
    ['UPSTASH_REDIS_REST_URL', 'eu1-name-12345.upstash.io', 'must be an address'],
    ['UPSTASH_REDIS_REST_URL', 'http://eu1-name-12345.upstash.io', 'https://'],
    ['REDIS_URL', 'http://redis.example.com', 'must be a Redis address'],
    ['REDIS_URL', 'redis.example.com:6379', 'must be a Redis address'],
    ['LIMIT_TIMEOUT_MS', '0', 'from 50 to 10000'],
    ['LIMIT_TIMEOUT_MS', '1 s', 'from 50 to 10000'],
  ])('says what is wrong with %s=%s', (name, value, sentence) => {
    const env = { APP_SECRET, ...UPSTASH, [name]: value };
    expect(() => actionsEnv(env)).toThrow(sentence);
    expect(() => actionsEnv(env)).toThrow(name);
  });

  test('a second is waited for it', () => {
    expect(actionsEnv({ APP_SECRET }).LIMIT_TIMEOUT_MS).toBe(1000);
  });
});

describe('secrets of webhooks', () => {
  const [one, two] = [`whsec_${'A'.repeat(32)}`, `whsec_${'B'.repeat(32)}`];

  test('are lists, newest first; blank means unset', () => {
    const env = {
      APP_SECRET,
      STRIPE_WEBHOOK_SECRETS: ` ${two}, ${one} ,`,
      GITHUB_WEBHOOK_SECRETS: '',
    };
    expect(actionsEnv(env)).toMatchObject({
      STRIPE_WEBHOOK_SECRETS: [two, one],
      GITHUB_WEBHOOK_SECRETS: [],
      STANDARD_WEBHOOK_SECRETS: [],
    });
  });

  test.each([
    ['STRIPE_WEBHOOK_SECRETS', `sk_live_${'a'.repeat(20)}`],
    ['STRIPE_WEBHOOK_SECRETS', `${one},short`],
    ['GITHUB_WEBHOOK_SECRETS', 'too-short'],
    ['GITHUB_WEBHOOK_SECRETS', `${'a'.repeat(20)} ${'b'.repeat(20)}`],
    ['STANDARD_WEBHOOK_SECRETS', 'A'.repeat(32)],
    ['STANDARD_WEBHOOK_SECRETS', `whsec_${'-'.repeat(32)}`],
    ['STANDARD_WEBHOOK_SECRETS', 'whsec_c2hvcnQ='],
  ])('%s=%s is refused at the start, in a sentence without it', (name, value) => {
    const refused = actionsEnv.bind(null, { APP_SECRET, [name]: value });
    expect(refused).toThrow(`${name}: each`);
    expect(refused).not.toThrow(value);
  });
});
