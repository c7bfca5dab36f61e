import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { database } from './client.ts';
import { useTestDatabase } from './testing.ts';
import { raiseTagVersions } from './writes/cache-tags.ts';

await useTestDatabase();

interface Handler {
  get(key: string, context: object): Promise<{ value: unknown; lastModified: number } | null>;
  set(key: string, value: unknown, context: object): Promise<void>;
  revalidateTag(tags: string | string[]): Promise<void>;
}

const source = new URL('cache-handler.mjs', import.meta.url).href;

/** A process of its own, as far as this module is concerned: requests of one share its values. */
async function startInstance() {
  vi.resetModules();
  const loaded = (await import(source)) as { default: new () => Handler };
  return { request: () => new loaded.default() };
}

const tagged = (...tags: string[]) => ({ tags, softTags: [] });
const value = (body: string, tags?: string[]) => ({ kind: 'FETCH', data: { body }, tags });

type Instance = Awaited<ReturnType<typeof startInstance>>;

/** What a page does: asks, computes on a miss, keeps. @returns whether it was a hit */
async function read({ request }: Instance, key: string, ...tags: string[]) {
  const handler = request();
  const held = await handler.get(key, tagged(...tags));
  if (!held) await handler.set(key, value(key, tags), tagged(...tags));
  return held !== null;
}

let [web, admin]: Instance[] = [];
beforeEach(async () => {
  [web, admin] = [await startInstance(), await startInstance()];
});
const [webNow, adminNow] = [() => web as Instance, () => admin as Instance];

test('keeps a value, and gives it back as it was', async () => {
  const page = {
    kind: 'APP_PAGE',
    html: '<p>',
    rscData: Buffer.from([0, 255]),
    segmentData: new Map([['/_tree', Buffer.from('segment')]]),
    headers: {},
  };
  const handler = webNow().request();
  expect(await handler.get('/page', {})).toBe(null);
  await handler.set('/page', page, {});
  const held = await webNow().request().get('/page', {});
  expect(held?.value).toEqual(page);
  expect(held?.lastModified).toBeCloseTo(Date.now(), -4);
});

test('a raised version makes every instance miss, and what it read since is kept until the next', async () => {
  for (const at of [webNow(), adminNow()]) await read(at, 'raised', 'raised-a', 'raised-b');
  await raiseTagVersions(database(), ['raised-b', 'raised-b', 'raised-z']);
  for (const at of [webNow(), adminNow()]) {
    expect(await read(at, 'raised', 'raised-a', 'raised-b')).toBe(false);
    expect(await read(at, 'raised', 'raised-a', 'raised-b')).toBe(true);
  }
  await raiseTagVersions(database(), ['raised-z']);
  await raiseTagVersions(database(), []);
  expect(await read(webNow(), 'raised', 'raised-a', 'raised-b')).toBe(true);
  await raiseTagVersions(database(), ['raised-a', 'raised-b']);
  expect(await read(adminNow(), 'raised', 'raised-a', 'raised-b')).toBe(false);
});

test('an invalidation in one instance makes the others miss at once', async () => {
  for (const instance of [webNow(), adminNow()]) {
    expect(await read(instance, 'one', 'a', 'b')).toBe(false);
    expect(await read(instance, 'one', 'a', 'b')).toBe(true);
  }
  await adminNow().request().revalidateTag('b');
  for (const instance of [webNow(), adminNow()]) {
    expect(await read(instance, 'one', 'a', 'b')).toBe(false);
    expect(await read(instance, 'one', 'a', 'b')).toBe(true);
  }
});

test('an invalidation by another process reaches this one', async () => {
  await read(webNow(), 'far', 'far');
  const script = `import Handler from '${source}'; await new Handler().revalidateTag('far'); process.exit()`;
  await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script]);
  expect(await read(webNow(), 'far', 'far')).toBe(false);
});

test('an invalidation of other tags leaves an entry alone', async () => {
  await read(webNow(), 'calm', 'a');
  await adminNow().request().revalidateTag(['other', 'a,b', 'A']);
  expect(await read(webNow(), 'calm', 'a')).toBe(true);
});

test('a path is a tag too: pages are invalidated by where they are shown', async () => {
  const context = { tags: [], softTags: ['_N_T_/p/org'] };
  const handler = webNow().request();
  await handler.get('soft', context);
  await handler.set('soft', value('soft'), tagged());
  expect(await webNow().request().get('soft', context)).not.toBe(null);
  await adminNow().request().revalidateTag('_N_T_/p/org');
  expect(await webNow().request().get('soft', context)).toBe(null);
});

test('a page carries its tags in a header, and they count', async () => {
  const handler = webNow().request();
  await handler.get('/tagged', {});
  const headers = { 'x-next-cache-tags': 'page-a,page-b' };
  await handler.set('/tagged', { kind: 'APP_PAGE', html: '', headers }, {});
  expect(await webNow().request().get('/tagged', {})).not.toBe(null);
  await adminNow().request().revalidateTag('page-b');
  expect(await webNow().request().get('/tagged', {})).toBe(null);
});

describe('what was read before an invalidation is never served after it', () => {
  test('when it is kept after the invalidation', async () => {
    const slow = webNow().request();
    await slow.get('race', tagged('race'));
    await adminNow().request().revalidateTag('race');
    await slow.set('race', value('old'), tagged('race'));
    expect(await webNow().request().get('race', tagged('race'))).toBe(null);
  });

  test('when a second reader started before, and a third one after it', async () => {
    const [first, slow, fresh] = [1, 2, 3].map(() => webNow().request());
    await first?.get('three', tagged('three'));
    await slow?.get('three', tagged('three'));
    await first?.set('three', value('old'), tagged('three'));
    await adminNow().request().revalidateTag('three');
    await fresh?.get('three', tagged('three'));
    await slow?.set('three', value('old'), tagged('three'));
    expect(await webNow().request().get('three', tagged('three'))).toBe(null);
  });

  test('when the very request asks again after its own invalidation', async () => {
    const action = webNow().request();
    await action.get('own', tagged('own'));
    await action.revalidateTag('own');
    expect(await action.get('own', tagged('own'))).toBe(null);
  });

  test('when nobody asked before it was kept', async () => {
    await webNow().request().set('unasked', value('unasked'), tagged('unasked'));
    expect(await webNow().request().get('unasked', tagged('unasked'))).toBe(null);
  });
});

test('a hit that has become too old is replaced by what is computed behind it', async () => {
  await read(webNow(), 'aged', 'aged');
  const handler = webNow().request();
  expect(await handler.get('aged', tagged('aged'))).not.toBe(null);
  await handler.set('aged', value('renewed'), tagged('aged'));
  expect((await webNow().request().get('aged', tagged('aged')))?.value).toEqual(value('renewed'));
});

test('at most 1000 values are kept, and those that are asked for stay longest', async () => {
  await read(webNow(), 'popular');
  for (let i = 0; i < 999; i += 1) await read(webNow(), `page ${i}`);
  expect(await read(webNow(), 'popular')).toBe(true);
  await read(webNow(), 'one more');
  expect(await read(webNow(), 'popular')).toBe(true);
  expect(await read(webNow(), 'page 0')).toBe(false);
});

test('tags with any characters, given twice or not at all, do no harm', async () => {
  const odd = ["' or 1=1 --", '\u{1F600}', 'x'.repeat(256), '"'];
  await read(webNow(), 'odd', ...odd);
  await adminNow().request().revalidateTag([]);
  expect(await read(webNow(), 'odd', ...odd)).toBe(true);
  await adminNow()
    .request()
    .revalidateTag(['twice', 'twice', ...odd]);
  expect(await read(webNow(), 'odd', ...odd)).toBe(false);
});

test('two invalidations of the same tags in another order both succeed', async () => {
  const tags = Array.from({ length: 50 }, (_, i) => `many ${i}`);
  const rounds = Array.from({ length: 20 }, (_, i) =>
    (i % 2 ? webNow() : adminNow()).request().revalidateTag(i % 2 ? tags : tags.toReversed()),
  );
  await Promise.all(rounds);
  const rows = await database().execute(
    sql`select distinct version from cache_tags where tag like 'many %'`,
  );
  expect([...rows]).toEqual([{ version: '20' }]);
});

test('without a database a read is a miss, keeping does not fail, and an invalidation is not lost in silence', async () => {
  vi.stubEnv('DATABASE_URL', 'postgresql://nobody@127.0.0.1:1/none');
  const handler = (await startInstance()).request();
  expect(await handler.get('down', tagged('down'))).toBe(null);
  await handler.set('down', value('down'), tagged('down'));
  expect(await handler.get('down', tagged('down'))).toBe(null);
  await expect(handler.revalidateTag('down')).rejects.toThrow(/ECONNREFUSED/);
});
