import { expect, test } from 'vitest';
import { anyone } from '@repo/auth/access';
import { database } from '@repo/db/client';
import { auditEvents, idempotencyKeys, orgs } from '@repo/db/schema';
import { useTestDatabase } from '@repo/db/testing';
import { eq, like, sql } from 'drizzle-orm';
import { defineAction, tag } from '../../define-action.ts';
import { call, createTestUser, formData, keyFor } from '../../testing.ts';
import type { ActionDefinition } from '../definition.ts';
import { z } from '../zod.ts';
import { createIdempotencyKeys, KEY_LIFETIME_MS } from './keys.ts';
import { postgresIdempotency } from './postgres.ts';

await useTestDatabase();

const input = z.object({ slug: z.string(), file: z.file().optional() });
const errors = { TAKEN: { field: 'slug', message: 'Taken.' } } as const;
type Made = { slug: string; at: number; token?: string };
type Definition = ActionDefinition<typeof anyone, typeof input, typeof errors, undefined, Made>;
let runs = 0;

/** An action that makes an org with a number at its end, so that a second effect would be seen. */
function making(id: string, more: Partial<Definition> = {}) {
  return defineAction<typeof anyone, typeof input, typeof errors, undefined, Made>({
    id,
    access: anyone,
    rateLimit: { max: 1000, window: '1 m' },
    idempotent: true,
    input,
    errors,
    handler: async ({ input: { slug }, tx }) => {
      runs += 1;
      await tx.insert(orgs).values({ slug: `${slug}-${runs}`, name: slug });
      return { slug, at: runs };
    },
    ...more,
  });
}

const madeBy = (slug: string) => database().$count(orgs, like(orgs.slug, `${slug}-%`));
const audited = (id: string) => database().$count(auditEvents, eq(auditEvents.action, id));
const submit = (action: ReturnType<typeof making>, slug: string, key: string) =>
  call(action, formData({ slug, _key: key }));

test('of twenty twins at once one has the effect, and all get its answer', async () => {
  const action = making('t.twins', { redirectTo: ({ data }) => `/made/${data.at}` });
  const key = keyFor('t.twins');
  const reports = await Promise.all(Array.from({ length: 20 }, () => submit(action, 'twins', key)));
  expect(await madeBy('twins')).toBe(1);
  expect(new Set(reports.map(({ redirect }) => redirect)).size).toBe(1);
  expect(reports[0]?.redirect).toMatch(/^\/made\/\d+$/);
  expect(await audited('t.twins')).toBe(1);
  const outcomes = reports.map(({ log }) => log.at(-1)?.outcome);
  expect(outcomes.filter((outcome) => outcome === 'replayed')).toHaveLength(19);
});

test('twins that do not know of each other’s store have one effect', async () => {
  const action = making('t.instances');
  const key = keyFor('t.instances');
  const reports = await Promise.all(
    [1, 2].map(() =>
      call(action, formData({ slug: 'instances', _key: key }), {
        fakes: { idempotency: postgresIdempotency() },
      }),
    ),
  );
  expect(await madeBy('instances')).toBe(1);
  expect(reports.every(({ result }) => result?.ok)).toBe(true);
});

test('a replay tells the caches and computes the redirect anew', async () => {
  let to = '/first';
  const action = making('t.anew', { invalidates: () => [tag('t')], redirectTo: () => to });
  const key = keyFor('t.anew');
  await submit(action, 'anew', key);
  to = '/second';
  const report = await submit(action, 'anew', key);
  expect(report).toMatchObject({ redirect: '/second', invalidations: [{ tag: 't' }] });
});

test('a form that stays on the page gets a new key, and its next submit an effect of its own', async () => {
  const action = making('t.stays');
  const first = await submit(action, 'stays', keyFor('t.stays'));
  await submit(action, 'stays', first.result?.nextKey ?? '');
  expect(await madeBy('stays')).toBe(2);
});

test('the same key with other content is a conflict that loses nothing; a submit after it is saved', async () => {
  const action = making('t.other');
  const key = keyFor('t.other');
  await submit(action, 'other', key);
  const { result } = await submit(action, 'changed', key);
  expect(result).toMatchObject({ ok: false, code: 'CONFLICT', values: { slug: 'changed' } });
  expect(await madeBy('changed')).toBe(0);
  await submit(action, 'changed', result?.nextKey ?? '');
  expect(await madeBy('changed')).toBe(1);
});

test('what a framework adds to a form is no other content', async () => {
  const action = making('t.added');
  const key = keyFor('t.added');
  await call(action, formData({ slug: 'added', _key: key, $ACTION_REF_1: '' }));
  expect((await submit(action, 'added', key)).result?.ok).toBe(true);
});

test('two files of one name and size are other content when their bytes differ', async () => {
  const action = making('t.files');
  const key = keyFor('t.files');
  const send = (text: string) =>
    call(action, formData({ slug: 'files', file: new File([text], 'a.txt'), _key: key }));
  expect((await send('one')).result?.ok).toBe(true);
  expect((await send('one')).result?.ok).toBe(true);
  expect((await send('two')).result).toMatchObject({ code: 'CONFLICT' });
});

test('what JSON cannot tell apart in an object is told apart: files, maps, large numbers', async () => {
  const schema = z.object({ slug: z.string(), sent: z.unknown() });
  const action = defineAction({
    id: 't.objects',
    access: anyone,
    rateLimit: { max: 1000, window: '1 m' },
    idempotent: true,
    input: schema,
    handler: () => ({}),
  });
  const pairs: [unknown, unknown][] = [
    [new File(['one'], 'a.txt'), new File(['two'], 'a.txt')],
    [new Map([['a', 1]]), new Map([['a', 2]])],
    [new Set(['a']), new Set(['b'])],
    [10n, 11n],
  ];
  for (const [one, other] of pairs) {
    const _key = keyFor('t.objects');
    const codes = [];
    for (const sent of [one, one, other]) {
      const { result } = await call(action, { slug: 'x', sent, _key });
      codes.push(result?.ok || result?.code);
    }
    expect(codes).toEqual([true, true, 'CONFLICT']);
  }
});

test('a failure frees the key', async () => {
  let taken = true;
  const plain = making('t.frees');
  const action = making('t.frees', {
    handler: async ({ fail }) => (taken ? fail.TAKEN() : { slug: '', at: 7 }),
  });
  const key = keyFor('t.frees');
  expect((await submit(action, 'frees', key)).result).toMatchObject({ code: 'TAKEN' });
  taken = false;
  expect((await submit(action, 'frees', key)).result).toMatchObject({ data: { at: 7 } });
  expect((await submit(plain, 'frees', key)).result).toMatchObject({ data: { at: 7 } });
});

test('while nobody knows whether it was saved, the form keeps its key', async () => {
  const action = making('t.unknown', {
    handler: () => {
      throw Object.assign(new Error('connection lost'), { code: 'ECONNRESET' });
    },
  });
  const key = keyFor('t.unknown');
  expect((await submit(action, 'unknown', key)).result).toMatchObject({
    code: 'UNAVAILABLE',
    nextKey: key,
  });
});

test('a second submit that is refused unread keeps its key, so that a third is answered like the first', async () => {
  const action = making('t.again', { rateLimit: { max: 1, window: '1 d' } });
  const key = keyFor('t.again');
  const again = (ip: string, nextKey: string) =>
    call(action, formData({ slug: 'again', _key: nextKey }), { ip });
  expect((await again('192.0.2.1', key)).result?.ok).toBe(true);
  const { result } = await again('192.0.2.1', key);
  expect(result).toMatchObject({ code: 'RATE_LIMITED' });
  expect((await again('192.0.2.2', result?.nextKey ?? '')).result?.ok).toBe(true);
  expect(await madeBy('again')).toBe(1);
});

test('a key that was made up, is another action’s or too old is refused before anything runs', async () => {
  const action = making('t.forged');
  const old = createIdempotencyKeys(
    'the secret of limits in tests, long enough',
    () => Date.now() - KEY_LIFETIME_MS,
  ).issue('t.forged');
  const [time, , signature] = keyFor('t.forged').split('.');
  const forged = ['made-up', keyFor('t.else'), old, `${time}.AAAA.${signature}`, 'x'.repeat(9999)];
  for (const key of forged) {
    const { result } = await submit(action, 'forged', key);
    expect(result).toMatchObject({ ok: false, code: 'CONFLICT' });
  }
  expect(await madeBy('forged')).toBe(0);
});

test('a key is one caller’s: nobody gets another’s answer', async () => {
  const action = making('t.caller');
  const key = keyFor('t.caller');
  const fields = () => formData({ slug: 'caller', _key: key });
  const [one, two] = [await createTestUser(), await createTestUser()];
  for (const as of [one, two, null, one]) await call(action, fields(), { as });
  expect(await madeBy('caller')).toBe(3);
});

test('without a key, as the playbook’s form sends it, each submit has its effect', async () => {
  const action = making('t.plain');
  for (const _ of [1, 2]) await call(action, formData({ slug: 'plain' }));
  expect(await madeBy('plain')).toBe(2);
});

test('an answer that JSON would change is a mistake that the first call tells', async () => {
  const action = making('t.json', { handler: async () => ({ slug: '', at: Number.NaN }) });
  const { result, log } = await submit(action, 'json', keyFor('t.json'));
  expect(result).toMatchObject({ ok: false, code: 'INTERNAL' });
  expect(JSON.stringify(log)).toContain('keeps its `data` as JSON');
});

test('secrets of the answer are not kept', async () => {
  const action = making('t.secret', {
    handler: async () => ({ slug: 'secret', at: 1, token: 'do-not-keep' }),
  });
  await submit(action, 'secret', keyFor('t.secret'));
  expect(JSON.stringify(await database().select().from(idempotencyKeys))).not.toContain('not-keep');
});

test('a twin is waited for as long as the action may take; then the form keeps its key', async () => {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  const slow = making('t.slow', { handler: async () => held.then(() => ({ slug: '', at: 0 })) });
  const key = keyFor('t.slow');
  const first = submit(slow, 'slow', key);
  await expect
    .poll(() =>
      database().execute(
        // Databases of other tests have a table of the same number.
        sql`select 1 from pg_locks join pg_database on database = pg_database.oid
          where datname = current_database() and relation = 'idempotency_keys'::regclass`,
      ),
    )
    .not.toHaveLength(0);
  const { result } = await submit(making('t.slow', { timeout: '1 s' }), 'slow', key);
  expect(result).toMatchObject({ code: 'TIMEOUT', nextKey: key });
  release();
  expect((await first).result?.ok).toBe(true);
});

test('keys that nobody needs are removed while calls go on', async () => {
  const store = postgresIdempotency(3);
  const claim = (id: string, ms: number) =>
    database().transaction((tx) =>
      store.claim(tx, { id, payload: '', expiresAt: new Date(Date.now() + ms) }),
    );
  await claim('old', -1000);
  for (const id of ['new-1', 'new-2', 'new-3']) await claim(id, 1_000_000);
  const left = await database().select().from(idempotencyKeys);
  expect(left.some(({ claim: id }) => id === 'old')).toBe(false);
  expect(left.some(({ claim: id }) => id === 'new-3')).toBe(true);
});
