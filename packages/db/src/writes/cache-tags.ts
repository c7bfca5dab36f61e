import { sql } from 'drizzle-orm';
import type { Database } from '../client.ts';
import { cacheTags } from '../schema.ts';

/**
 * Makes what is cached under these tags stale in every process of every app, as `revalidateTag` of the cache handler
 * does: when this returns, no reader gets it any more.
 */
export async function raiseTagVersions(db: Database, tags: readonly string[]): Promise<void> {
  // In one order everywhere, so that two of them cannot wait for each other.
  const rows = [...new Set(tags)].toSorted().map((tag) => ({ tag, version: 1 }));
  if (rows.length === 0) return;
  await db
    .insert(cacheTags)
    .values(rows)
    .onConflictDoUpdate({
      target: cacheTags.tag,
      set: { version: sql`${cacheTags.version} + 1` },
    });
}
