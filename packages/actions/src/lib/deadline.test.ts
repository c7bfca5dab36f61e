import { expect, test } from 'vitest';
import { anyone } from '@repo/auth/access';
import { database } from '@repo/db/client';
import { orgs } from '@repo/db/schema';
import { useTestDatabase } from '@repo/db/testing';
import { eq, sql } from 'drizzle-orm';
import { setTimeout as sleep } from 'node:timers/promises';
import { defineAction } from '../define-action.ts';
import { call, formData } from '../testing.ts';
import type { ActionDefinition } from './definition.ts';
import { z } from './zod.ts';

await useTestDatabase();

const input = z.object({ slug: z.string() });
type Definition = ActionDefinition<
  typeof anyone,
  typeof input,
  Record<never, never>,
  unknown,
  void
>;

function timed(slug: string, more: Partial<Definition>) {
  const action = defineAction<typeof anyone, typeof input, Record<never, never>, unknown, void>({
    id: `t.${slug}`,
    access: anyone,
    rateLimit: { max: 100, window: '1 m' },
    timeout: '1 s',
    input,
    handler: async ({ tx }) => void (await tx.insert(orgs).values({ slug, name: slug })),
    ...more,
  });
  return call(action, formData({ slug }));
}
/** For calls that are not to run out of time, however busy the machine is. */
const patient = { timeout: '9 s' } as const;
const exists = async (slug: string) => (await database().$count(orgs, eq(orgs.slug, slug))) === 1;

test('work before the transaction that takes too long is left, and nothing is saved', async () => {
  const forever = () => new Promise<never>(() => {});
  expect((await timed('prepare', { prepare: forever })).result).toMatchObject({ code: 'TIMEOUT' });
  expect((await timed('authorize', { authorize: forever })).result).toMatchObject({
    code: 'TIMEOUT',
  });
  expect(await exists('prepare')).toBe(false);
});

test('work that listens to the signal is stopped, and the answer is the same', async () => {
  const { result } = await timed('signal', {
    prepare: ({ signal }) => sleep(60_000, undefined, { signal }),
  });
  expect(result).toMatchObject({ ok: false, code: 'TIMEOUT' });
});

test('a statement in the transaction is cancelled when the time is over', async () => {
  const { result } = await timed('statement', {
    handler: async ({ tx }) => {
      await tx.insert(orgs).values({ slug: 'statement', name: 'x' });
      await tx.execute(sql`select pg_sleep(60)`);
    },
  });
  expect(result).toMatchObject({ ok: false, code: 'TIMEOUT' });
  expect(await exists('statement')).toBe(false);
});

test('a handler that ends too late is rolled back', async () => {
  const { result } = await timed('late', {
    handler: async ({ tx }) => {
      await tx.insert(orgs).values({ slug: 'late', name: 'x' });
      await sleep(1100);
    },
  });
  expect(result).toMatchObject({ ok: false, code: 'TIMEOUT' });
  expect(await exists('late')).toBe(false);
});

test('a handler that never listens is answered in time, and what it did is rolled back when it ends', async () => {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  let ended = false;
  const { result } = await timed('deaf', {
    handler: async ({ tx }) => {
      await tx.insert(orgs).values({ slug: 'deaf', name: 'x' });
      await held;
      ended = true;
    },
  });
  expect(result).toMatchObject({ ok: false, code: 'TIMEOUT' });
  expect(ended).toBe(false);
  release();
  await expect.poll(() => ended).toBe(true);
  expect((await timed('deaf', patient)).result).toMatchObject({ ok: true });
});

test('one slow call affects no other: neither beside it nor after it on its connection', async () => {
  const slow = () =>
    timed('slow', { handler: async ({ tx }) => void (await tx.execute(sql`select pg_sleep(60)`)) });
  const [beside] = await Promise.all([timed('beside', patient), slow(), slow()]);
  expect(beside.result).toMatchObject({ ok: true });
  const rows = await Promise.all(
    Array.from({ length: 12 }, () => database().execute(sql`show statement_timeout`)),
  );
  expect(new Set(rows.map(([row]) => row?.statement_timeout)).size).toBe(1);
  expect((await timed('after', patient)).result).toMatchObject({ ok: true });
});

test('a call without a timeout has a signal, too', async () => {
  const plain = defineAction({
    id: 't.plain',
    access: anyone,
    rateLimit: { max: 100, window: '1 m' },
    input,
    handler: ({ signal }) => signal.aborted,
  });
  expect((await call(plain, formData({ slug: 'x' }))).result).toMatchObject({ data: false });
});
