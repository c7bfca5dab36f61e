import { expect, test } from 'vitest';
import { database } from '@repo/db/client';
import { useTestDatabase } from '@repo/db/testing';
import { sql } from 'drizzle-orm';
import { answerWithin } from './answer-within.ts';

await useTestDatabase();

const query = async (seconds: number) =>
  database().execute(sql`select pg_sleep(${seconds}), 1 as answer`);

test('an answer in time is given, and so is its error', async () => {
  expect(await answerWithin(5000, Promise.resolve(1))).toBe(1);
  await expect(answerWithin(5000, Promise.reject(new Error('down')))).rejects.toThrow('down');
});

test('an answer that does not come is an error with a code', async () => {
  await query(0);
  const late = answerWithin(50, query(1));
  await expect(late).rejects.toMatchObject({
    code: 'ETIMEDOUT',
    message: 'No answer within 50 ms',
  });
});

test('an answer that arrived while this process was busy counts', async () => {
  await query(0);
  const answer = answerWithin(300, query(0.2));
  await new Promise((sent) => setTimeout(sent, 50));
  // From here the loop looks at its timers before it looks at sockets.
  await new Promise((turn) => setImmediate(turn));
  const busyUntil = performance.now() + 500;
  while (performance.now() < busyUntil);
  expect(await answer).toMatchObject([{ answer: 1 }]);
});

test('without a number it waits', async () => {
  expect(await answerWithin(0, query(0.1))).toMatchObject([{ answer: 1 }]);
});
