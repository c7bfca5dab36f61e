import { randomUUID } from 'node:crypto';
import postgres from 'postgres';

/** A job that has failed for the last time; no other test knows it. */
export async function addDeadJob(
  input: Record<string, string>,
): Promise<{ id: string; job: string }> {
  const sql = postgres(process.env.E2E_DATABASE_URL ?? '', { max: 1 });
  const job = `test.job${randomUUID().slice(0, 8)}`;
  const [row] = await sql<{ id: string }[]>`
    insert into pgboss.job (name, data, state, retry_count, retry_limit, started_on, completed_on, output)
    values ('jobs', ${JSON.stringify({ job, input })}::text::jsonb, 'failed', 2, 2, now(), now(), '{"code": "INTERNAL"}')
    returning id`;
  await sql.end();
  return { id: row?.id ?? '', job };
}
