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

/** Tells the caches of one stale thing. */
export function invalidate(ports: Ports, stale: Invalidation): void {
  if ('tag' in stale) ports.invalidateTag(stale.tag);
  else ports.invalidatePath(stale.path);
}
