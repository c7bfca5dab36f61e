import { database } from '@repo/db/client';
import { sql } from 'drizzle-orm';

/** A job that has failed for the last time. */
export async function createDeadJob(): Promise<{ id: string }> {
  const data = JSON.stringify({ job: 'test.work', input: {} });
  const [row] = await database().execute<{ id: string }>(sql`
    insert into pgboss.job (name, data, state, retry_count, retry_limit, started_on, completed_on, output)
    values ('jobs', ${data}, 'failed', 2, 2, now(), now(), '{"code": "INTERNAL"}') returning id`);
  if (!row) throw new Error('The insert returned no row');
  return row;
}
