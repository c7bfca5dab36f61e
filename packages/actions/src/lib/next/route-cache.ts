import { database } from '@repo/db/client';
import { raiseTagVersions } from '@repo/db/writes/cache-tags';
import { revalidatePath, revalidateTag } from 'next/cache';
import type { RouteCache } from '../run-in-route.ts';

/** Next's caches from a route handler, where `updateTag` throws: stale at once, as in an action. */
export const routeCache: RouteCache = {
  invalidateTag: (tag) => revalidateTag(tag, { expire: 0 }),
  invalidatePath: revalidatePath,
  settle: (tags) => raiseTagVersions(database(), tags),
};
