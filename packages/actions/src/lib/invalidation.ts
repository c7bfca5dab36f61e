import type { Ports } from './ports.ts';

/** Cached data that an action makes stale. */
export type Invalidation = { tag: string } | { path: string };

/** Data that several pages show: everything cached under this tag, in all apps and instances. */
export function tag(name: string): Invalidation {
  return { tag: name };
}

/** Data that one page shows: the page at this path. */
export function path(name: string): Invalidation {
  return { path: name };
}

/** Each stale thing once. */
export function invalidate(ports: Ports, stale: readonly Invalidation[]): void {
  const tags = stale.flatMap((item) => ('tag' in item ? item.tag : []));
  const paths = stale.flatMap((item) => ('path' in item ? item.path : []));
  for (const name of new Set(tags)) ports.invalidateTag(name);
  for (const name of new Set(paths)) ports.invalidatePath(name);
}
