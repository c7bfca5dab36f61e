import { sql } from 'drizzle-orm';
import { createHmac } from 'node:crypto';

/** Who is counted, as the store knows them. */
export function limitKey(action: string, userId: string): string {
  const hmac = createHmac('sha256', process.env.APP_SECRET ?? '').update(`user:${userId}`);
  return `limit:${action}:1 m:${hmac.digest('base64url')}`;
}

const NOW_MS = sql.raw('(extract(epoch from clock_timestamp()) * 1000)');

/** The statement that the engine counts with: a sliding window in one row. */
export function countCall(key: string, max: number, windowMs: number) {
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
