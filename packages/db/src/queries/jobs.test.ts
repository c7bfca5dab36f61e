import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { database } from '../client.ts';
import { useTestDatabase } from '../testing.ts';
import { getJob, listJobs } from './jobs.ts';

await useTestDatabase();

async function addJob(state: string, output: object | null = null): Promise<string> {
  const data = JSON.stringify({ job: 'test.work', input: { name: state } });
  const [row] = await database().execute<{ id: string }>(sql`
    insert into pgboss.job (name, data, state, retry_count, retry_limit, started_on, output)
    values ('jobs', ${data}, ${state}::pgboss.job_state, 2, 4, now(), ${output && JSON.stringify(output)})
    returning id`);
  return row?.id ?? '';
}

test('jobs are listed by what they wait for; those that are done only when asked for', async () => {
  const [created, retry, active, failed, completed] = [
    await addJob('created'),
    await addJob('retry'),
    await addJob('active'),
    await addJob('failed', { code: 'INTERNAL' }),
    await addJob('completed'),
  ];
  const ids = async (filter: Parameters<typeof listJobs>[0]) =>
    (await listJobs(filter)).rows.map(({ id }) => id).toSorted();
  expect(await ids({})).toEqual([created, retry, active, failed].toSorted());
  expect(await ids({ status: 'waiting' })).toEqual([created, retry].toSorted());
  expect(await ids({ status: 'running' })).toEqual([active]);
  expect(await ids({ status: 'dead' })).toEqual([failed]);
  expect(await ids({ status: 'done' })).toEqual([completed]);
});

test.each([
  [{ code: 'INVALID_INPUT', message: 'x' }, 'INVALID_INPUT'],
  [{ message: 'handler execution exceeded 60s' }, 'TIMEOUT'],
  [{ value: { message: 'job timed out' } }, 'TIMEOUT'],
  [{ value: { message: 'job heartbeat timeout' } }, 'LOST'],
  [{ message: 'duplicate key (email)=(s3cr3t)' }, 'INTERNAL'],
])('of a failure %o it tells the code %s and no text', async (output, code) => {
  const job = await getJob(await addJob('failed', output));
  expect(job).toMatchObject({
    code,
    job: 'test.work',
    status: 'dead',
    attempts: 3,
    maxAttempts: 5,
  });
  expect(JSON.stringify(job)).not.toContain('s3cr3t');
});

test('an id that is none finds nothing', async () => {
  expect(await getJob('x')).toBeNull();
  expect(await getJob(crypto.randomUUID())).toBeNull();
});
