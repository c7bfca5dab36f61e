import { eq, inArray, lt, sql } from 'drizzle-orm';
import type { Queryable } from '@repo/db/client';
import { rateLimits } from '@repo/db/schema';
import type { Algorithm } from './create-limiter.ts';

/** One call in this many also removes rows that nobody needs any more. */
const CLEAN_UP_EVERY = 500;
/** At most so many: it is some caller who waits for it. */
const CLEAN_UP_ROWS = 2000;

/**
 * Sliding windows in Postgres: one statement a call, exact under parallel calls (the row's lock orders them),
 * by the database's clock, so that all instances agree on the window.
 */
export function postgresAlgorithm(db: () => Queryable) {
  let calls = 0;

  return (max: number, windowMs: number): Algorithm =>
    () => ({
      async limit(_context, key) {
        calls = (calls + 1) % CLEAN_UP_EVERY;
        if (calls === 0) await cleanUp(db());
        const [row] = await db().execute<{ granted: boolean; slot: string; current: number }>(
          countCall(key, max, windowMs),
        );
        if (!row) throw new Error('The limit store returned no row');
        const reset = (Number(row.slot) + 1) * windowMs;
        const remaining = Math.max(0, max - row.current);
        return { success: row.granted, limit: max, remaining, reset, pending: Promise.resolve() };
      },
      async getRemaining(_context, key) {
        const [row] = await db().select().from(rateLimits).where(eq(rateLimits.key, key));
        const slot = Math.floor(Date.now() / windowMs);
        const used = row?.slot === slot ? row.current : 0;
        return { remaining: Math.max(0, max - used), reset: (slot + 1) * windowMs, limit: max };
      },
      async resetTokens(_context, key) {
        await db().delete(rateLimits).where(eq(rateLimits.key, key));
      },
    });
}

/** Leaves out what another instance holds: two that clean up at once must not wait for each other in a ring. */
async function cleanUp(db: Queryable): Promise<void> {
  const old = db
    .select({ key: rateLimits.key })
    .from(rateLimits)
    .where(lt(rateLimits.expiresAt, sql`now()`))
    .limit(CLEAN_UP_ROWS)
    .for('update', { skipLocked: true });
  await db.delete(rateLimits).where(inArray(rateLimits.key, old));
}

const NOW_MS = sql.raw('(extract(epoch from clock_timestamp()) * 1000)');

/** The share of the previous window that still counts falls from 1 to 0 while the current one passes. */
function countCall(key: string, max: number, windowMs: number) {
  const width = sql`${windowMs}::float8`;
  return sql`
    insert into rate_limits as held (key, slot, current, previous, granted, expires_at)
    values (${key}, floor(${NOW_MS} / ${width}), 1, 0, true, now() + 2 * ${windowMs}::int8 * interval '1 ms')
    on conflict (key) do update set (slot, current, previous, granted, expires_at) = (
      select slot, used + granted::int, previous, granted, excluded.expires_at
      from (select greatest(excluded.slot, held.slot) as slot) as window_now,
      lateral (select
        case when held.slot = slot then held.current else 0 end as used,
        case when held.slot = slot then held.previous when held.slot = slot - 1 then held.current else 0 end as previous
      ) as counted,
      lateral (select floor(previous * (1 - least(1, greatest(0, ${NOW_MS} / ${width} - slot)))) + used < ${max}::int
        as granted) as decided
    )
    returning granted, slot, current`;
}
