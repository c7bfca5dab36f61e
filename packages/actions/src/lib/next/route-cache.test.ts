import 'next/dist/server/node-environment-baseline.js';
import { executeRevalidates } from 'next/dist/server/revalidation-utils.js';
import { workAsyncStorage } from 'next/dist/server/app-render/work-async-storage.external.js';
import FileSystemCache from 'next/dist/server/lib/incremental-cache/file-system-cache.js';
import { areTagsExpired } from 'next/dist/server/lib/incremental-cache/tags-manifest.external.js';
import { expect, test } from 'vitest';
import { routeCache } from './route-cache.ts';

type WorkStore = NonNullable<ReturnType<typeof workAsyncStorage.getStore>>;

/**
 * A request to a route handler, with Next's own functions and Next's own cache: the kit's cache handler knows no
 * "stale for a while", so behind it the two ways of invalidating look the same.
 */
async function inRouteHandler(work: () => void): Promise<void> {
  const store = {
    route: '/api',
    page: '/api/route',
    incrementalCache: new FileSystemCache({ revalidatedTags: [] } as never),
    cacheLifeProfiles: { max: { stale: 300, revalidate: 2_592_000, expire: 31_536_000 } },
  } as unknown as WorkStore;
  workAsyncStorage.run(store, work);
  await executeRevalidates(store);
}

test('a tag that a route invalidates is expired at its answer: no reader gets the old value once more', async () => {
  await inRouteHandler(() => routeCache.invalidateTag('posts-of:acme'));
  expect(areTagsExpired(['posts-of:acme'], 0)).toBe(true);
  expect(areTagsExpired(['posts-of:other'], 0)).toBe(false);
});

test('so is a path', async () => {
  await inRouteHandler(() => routeCache.invalidatePath('/p/acme'));
  expect(areTagsExpired(['_N_T_/p/acme'], 0)).toBe(true);
  expect(areTagsExpired(['_N_T_/p/other'], 0)).toBe(false);
});
