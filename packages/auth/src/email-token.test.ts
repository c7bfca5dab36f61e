import { database } from '@repo/db/client';
import { emailTokens } from '@repo/db/schema';
import { useTestDatabase } from '@repo/db/testing';
import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import {
  consumeEmailToken,
  createEmailToken,
  readEmailToken,
  type EmailPurpose,
} from './email-token.ts';

await useTestDatabase();

const address = () => `p-${crypto.randomUUID()}@example.test`;
const create = async (purpose: EmailPurpose, email: string) =>
  (await database().transaction((tx) => createEmailToken(tx, purpose, email))).token;
const consume = (purpose: EmailPurpose, token: string) =>
  database().transaction((tx) => consumeEmailToken(tx, purpose, token));

test('a token is good once, however often it was looked at', async () => {
  const email = address();
  const token = await create('reset', email);
  for (let look = 0; look < 3; look += 1) expect(await readEmailToken('reset', token)).toBe(email);
  expect(await consume('reset', token)).toBe(email);
  expect(await consume('reset', token)).toBeNull();
  expect(await readEmailToken('reset', token)).toBeNull();
});

test('of twenty at once, one uses it', async () => {
  const email = address();
  const token = await create('reset', email);
  const all = await Promise.all(Array.from({ length: 20 }, () => consume('reset', token)));
  expect(all.filter((found) => found === email)).toHaveLength(1);
  expect(all.filter((found) => found === null)).toHaveLength(19);
});

test('who rolls back has not used it', async () => {
  const token = await create('reset', address());
  const failed = database().transaction(async (tx) => {
    await consumeEmailToken(tx, 'reset', token);
    throw new Error('no');
  });
  await expect(failed).rejects.toThrow('no');
  expect(await consume('reset', token)).not.toBeNull();
});

test('a newer token ends the older one of the same purpose, and no other', async () => {
  const email = address();
  const [older, other] = [await create('reset', email), await create('sign-up', email)];
  const newer = await create('reset', email);
  expect(await consume('reset', older)).toBeNull();
  expect(await consume('reset', newer)).toBe(email);
  expect(await consume('sign-up', other)).toBe(email);
});

test('a token of one purpose is none of the other', async () => {
  const token = await create('sign-up', address());
  expect(await readEmailToken('reset', token)).toBeNull();
  expect(await consume('reset', token)).toBeNull();
  expect(await consume('sign-up', token)).not.toBeNull();
});

test('an expired token is none', async () => {
  const email = address();
  const token = await create('reset', email);
  const over = { expiresAt: sql`now() - interval '1 second'` };
  await database().update(emailTokens).set(over).where(eq(emailTokens.email, email));
  expect(await readEmailToken('reset', token)).toBeNull();
  expect(await consume('reset', token)).toBeNull();
});

test('the database holds nothing that opens the door', async () => {
  const email = address();
  const token = await create('reset', email);
  const [row] = await database().select().from(emailTokens).where(eq(emailTokens.email, email));
  expect(JSON.stringify(row)).not.toContain(token);
  expect(await consume('reset', row?.secretHash ?? '')).toBeNull();
});
