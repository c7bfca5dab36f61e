import { database } from '@repo/db/client';
import { mails } from '@repo/db/schema';
import { useTestDatabase } from '@repo/db/testing';
import { expect, test } from 'vitest';
import { mailTo } from './lib/testing/mail.ts';

await useTestDatabase();

test.each([
  ['a second header', 'a@example.test\r\nBcc: x@evil.test'],
  ['a second header behind a line feed', 'a@example.test\nBcc: x@evil.test'],
  ['two addresses', 'a@example.test, x@evil.test'],
  ['two addresses behind a semicolon', 'a@example.test;x@evil.test'],
  ['a name and an address', 'a <x@evil.test>'],
  ['a quoted part', '"x@evil.test, a"@example.test'],
  ['a comment', 'a(x@evil.test)@example.test'],
  ['a NUL', 'a\0@example.test'],
  ['no address', ''],
])('an address that is %s is refused, and nothing is written', async (_title, to) => {
  await expect(mailTo(to)).rejects.toThrow('Invalid email');
  expect(await database().$count(mails)).toBe(0);
});

test.each([
  'x\r\nBcc: x@evil.test',
  'x\nBcc: x@evil.test',
  'x\rBcc: x@evil.test',
  'x\0',
  'x\u0085y',
])('the subject %j is refused', async (subject) => {
  await expect(mailTo('a@example.test', { subject })).rejects.toThrow('Invalid string');
  expect(await database().$count(mails)).toBe(0);
});
