// Next's `cacheHandler`: loaded by Next outside the bundler, hence plain JavaScript.
// Values stay in this process; whether one is still fresh is asked of Postgres, so that an
// invalidation reaches every instance of every app at once (docs/decisions/0007-shared-cache-tags.md).
import postgres from 'postgres';

const MAX_ENTRIES = 1000;

/** @type {import('postgres').Sql} */
let client;
const sql = () =>
  (client ??= postgres(process.env.DATABASE_URL ?? '', {
    max: 2,
    prepare: false,
    idle_timeout: 60,
    onnotice() {},
  }));

/** @type {Map<string, { value: unknown, lastModified: number, tags: string[], versions: string }>} */
const entries = new Map();
/** @type {Map<string, string>} the versions seen before a value was computed: a later invalidation wins */
const pending = new Map();

/** @param {string[]} tags */
async function versionsOf(tags) {
  if (tags.length === 0) return '';
  const rows =
    await sql()`select tag, version from cache_tags where tag in ${sql()(tags)} order by tag`;
  return rows.map((row) => `${row.tag}=${row.version}`).join();
}

export default class SharedTagsCacheHandler {
  /** @param {string} key @param {{ tags?: string[], softTags?: string[] }} context */
  async get(key, context) {
    const held = entries.get(key);
    const tags = [
      ...new Set([...(context.tags ?? []), ...(context.softTags ?? []), ...(held?.tags ?? [])]),
    ];
    const versions = await versionsOf(tags);
    if (held && held.versions === versions)
      return { value: held.value, lastModified: held.lastModified };
    entries.delete(key);
    if (!pending.has(key)) pending.set(key, versions);
    return null;
  }

  /** @param {string} key @param {any} value @param {{ tags?: string[] }} context */
  async set(key, value, context) {
    const versions = pending.get(key);
    pending.delete(key);
    if (versions === undefined || value === null) return;
    const tags = value.tags ?? context.tags ?? [];
    entries.set(key, { value, lastModified: Date.now(), tags, versions });
    for (const oldest of entries.keys()) {
      if (entries.size <= MAX_ENTRIES) break;
      entries.delete(oldest);
    }
  }

  /** @param {string | string[]} tags */
  async revalidateTag(tags) {
    const rows = [tags]
      .flat()
      .sort()
      .map((tag) => ({ tag, version: 1 }));
    if (rows.length === 0) return;
    await sql()`insert into cache_tags ${sql()(rows)}
      on conflict (tag) do update set version = cache_tags.version + 1`;
  }

  resetRequestCache() {}
}
