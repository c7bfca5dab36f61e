import type { PgBoss } from 'pg-boss';
import type { AnyJob } from '../define-job.ts';
import { sendOptions } from './send-options.ts';
import { QUEUE } from './queue.ts';

/** Makes the schedules in the database those that the jobs declare. What has no declaration any more is removed. */
export async function syncSchedules(boss: PgBoss, jobs: readonly AnyJob[]): Promise<void> {
  const known = await boss.getSchedules(QUEUE);
  const wanted = jobs.filter(({ schedule }) => schedule);
  for (const { key } of known)
    if (!wanted.some(({ id }) => id === key)) await boss.unschedule(QUEUE, key);
  for (const job of wanted) {
    const data = { job: job.id, input: {} };
    job.input.parse(data.input);
    const options = { ...sendOptions(job), tz: 'UTC', key: job.id };
    if (job.schedule) await boss.schedule(QUEUE, job.schedule, data, options);
  }
}
