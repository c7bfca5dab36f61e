import { sql, type SQL } from 'drizzle-orm';
import { database } from '@repo/db/client';

/** The state of each table, in a few bytes. */
export type Fingerprint = ReadonlyMap<string, string>;

/** Tables that a refused call may write to: that it was made, and how often. */
const LEFT_OUT = new Set(['audit_events', 'rate_limits']);

/** Counts and hashes the rows of all tables of the test database, but for audit and limits. */
export async function fingerprint(): Promise<Fingerprint> {
  const tables = await database().execute<{ name: string }>(
    sql`select tablename as name from pg_tables where schemaname = 'public'
      union all select 'pgboss.job' order by 1`,
  );
  const each = tables
    .filter(({ name }) => !LEFT_OUT.has(name))
    .map(
      ({ name }) => sql`select ${name}::text as name, count(*) || ' ' ||
        coalesce(sum(hashtextextended(perimeter_row::text, 0)::numeric), 0) as state
        from ${tableOf(name)} as perimeter_row`,
    );
  const rows = await database().execute<{ name: string; state: string }>(
    sql.join(each, sql` union all `),
  );
  return new Map(rows.map(({ name, state }) => [name, state]));
}

/** A name, or a schema and a name. */
function tableOf(name: string): SQL {
  return sql.join(
    name.split('.').map((part) => sql.identifier(part)),
    sql.raw('.'),
  );
}

/** Tables whose rows are not what they were. */
export function changedTables(before: Fingerprint, after: Fingerprint): string[] {
  return [...after].flatMap(([name, state]) => (before.get(name) === state ? [] : name));
}
