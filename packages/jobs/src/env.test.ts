import { expect, test } from 'vitest';
import { jobsEnv } from './env.ts';

test('five jobs run at the same time, unless it says otherwise; blank means unset', () => {
  expect(jobsEnv({}).JOBS_CONCURRENCY).toBe(5);
  expect(jobsEnv({ JOBS_CONCURRENCY: ' ' }).JOBS_CONCURRENCY).toBe(5);
  expect(jobsEnv({ JOBS_CONCURRENCY: '12' }).JOBS_CONCURRENCY).toBe(12);
});

test.each(['0', '101', '1.5', 'many'])('JOBS_CONCURRENCY=%s is refused by its name', (value) => {
  expect(() => jobsEnv({ JOBS_CONCURRENCY: value })).toThrow(
    'JOBS_CONCURRENCY must be a whole number from 1 to 100, for example 5',
  );
});

const production = {
  NODE_ENV: 'production',
  SMTP_URL: 'smtps://user:password@smtp.example.com:465',
  MAIL_FROM: 'Example <hello@example.com>',
} as const;

test('without a mail server it runs in development; in production it says what is missing', () => {
  expect(jobsEnv({ NODE_ENV: 'development' })).toMatchObject({ MAIL_FROM: 'mail@localhost' });
  expect(jobsEnv(production)).toMatchObject({ SMTP_URL: production.SMTP_URL });
  const without = (name: string) => () => jobsEnv({ ...production, [name]: ' ' });
  expect(without('SMTP_URL')).toThrow('SMTP_URL must be the address of a mail server, for example');
  expect(without('MAIL_FROM')).toThrow('MAIL_FROM must be the address that mails come from, for');
});

test.each([
  ['SMTP_URL', 'smtp.example.com:587'],
  ['SMTP_URL', 'https://user:s3cr3t@smtp.example.com'],
  ['SMTP_URL', 'smtp://'],
  ['MAIL_FROM', 'nobody'],
  ['MAIL_FROM', 'A <a@example.com>, B <b@example.com>'],
  ['MAIL_FROM', 'A <a@example.com>\r\nBcc: b@example.com'],
])('%s=%j is refused by its name, without its value', (name, value) => {
  expect(() => jobsEnv({ ...production, [name]: value })).toThrow(`${name} must be`);
  expect(() => jobsEnv({ ...production, [name]: value })).not.toThrow('s3cr3t');
});
