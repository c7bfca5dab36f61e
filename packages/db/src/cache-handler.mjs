// Next's `cacheHandler`: loaded by Next outside the bundler, hence plain JavaScript.
// Values stay in this process; whether one is still fresh is asked of Postgres, so that an
// invalidation reaches every instance of every app at once (docs/decisions/0003-shared-cache-tags.md).
import postgres from 'postgres';

const MAX_ENTRIES = 1000;
const TAGS_HEADER = 'x-next-cache-tags';

/** @type {import('postgres').Sql | undefined} */
let client;
const sql = () =>
  (client ??= postgres(process.env.DATABASE_URL ?? '', {
    max: 2,
    prepare: false,
    connect_timeout: 5,
    // A database that comes back is found again at once, not after a growing pause.
    backoff: () => 0.1,
    idle_timeout: 60,
    onnotice() {},
  }));

/**
 * Least recently used first.
 * @type {Map<string, { value: unknown, lastModified: number, tags: string[], versions: string }>}
 */
const entries = new Map();

/** @param {Iterable<string>} tags */
async function versionsOf(tags) {
  const names = [...new Set(tags)];
  if (names.length === 0) return '[]';
  const rows =
    await sql()`select tag, version from cache_tags where tag in ${sql()(names)} order by tag`;
  return JSON.stringify(rows.map(({ tag, version }) => [tag, version]));
}

/**
 * The tags of an entry: `unstable_cache` and `fetch` name them, pages and routes carry them in a header.
 * @param {any} value @param {{ tags?: string[] }} context @returns {string[]}
 */
function tagsOf(value, context) {
  const header = value.headers?.[TAGS_HEADER];
  return [
    ...(value.tags ?? []),
    ...(context.tags ?? []),
    ...(typeof header === 'string' ? header.split(',') : []),
  ];
}

/** Next makes one instance per request (`IncrementalCache`), and shares this module between them. */
export default class SharedTagsCacheHandler {
  /**
   * The versions that this request saw before it computed a value: what it sets carries them, so that an
   * invalidation in between wins, also over the readers that started earlier.
   * @type {Map<string, string>}
   */
  #seen = new Map();

  /** @param {string} key @param {{ tags?: string[], softTags?: string[] }} context */
  async get(key, context) {
    const held = entries.get(key);
    const tags = [...(context.tags ?? []), ...(context.softTags ?? []), ...(held?.tags ?? [])];
    // Without an answer nothing is known to be fresh: a miss, and what is computed then is not kept.
    const versions = await versionsOf(tags).catch(() => null);
    if (versions === null) return null;
    if (!this.#seen.has(key)) this.#seen.set(key, versions);
    if (held?.versions !== versions) return null;
    if (entries.delete(key)) entries.set(key, held);
    return { value: held.value, lastModified: held.lastModified };
  }

  /** @param {string} key @param {any} value @param {{ tags?: string[] }} context */
  async set(key, value, context) {
    const versions = this.#seen.get(key);
    entries.delete(key);
    if (versions === undefined || value === null) return;
    entries.set(key, { value, lastModified: Date.now(), tags: tagsOf(value, context), versions });
    for (const oldest of entries.keys()) {
      if (entries.size <= MAX_ENTRIES) break;
      entries.delete(oldest);
    }
  }

  /**
   * Throws when the database does not answer: an invalidation must not get lost in silence.
   * @param {string | string[]} tags
   */
  async revalidateTag(tags) {
    // In one order everywhere, so that two invalidations cannot wait for each other.
    const rows = [...new Set([tags].flat())].sort().map((tag) => ({ tag, version: 1 }));
    if (rows.length === 0) return;
    await sql()`insert into cache_tags ${sql()(rows)}
      on conflict (tag) do update set version = cache_tags.version + 1`;
  }

  resetRequestCache() {}
}
