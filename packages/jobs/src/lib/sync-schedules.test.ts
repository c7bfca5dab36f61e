import { database } from '@repo/db/client';
import { useTestDatabase } from '@repo/db/testing';
import { PgBoss } from 'pg-boss';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { defineJob } from '../define-job.ts';
import { queueDatabase } from './queue-database.ts';
import { QUEUE, QUEUE_SCHEMA } from './queue.ts';
import { syncSchedules } from './sync-schedules.ts';

await useTestDatabase();

const boss = new PgBoss({ db: queueDatabase(database), schema: QUEUE_SCHEMA, migrate: false });
const scheduled = (id: string, schedule: string, input: z.ZodType = z.object({})) =>
  defineJob({ id, input, retries: 1, schedule, run: async () => {} });

test('the schedules in the database become those that are declared, and no other stays', async () => {
  await syncSchedules(boss, [scheduled('a.old', '0 1 * * *'), scheduled('a.kept', '0 2 * * *')]);
  await syncSchedules(boss, [scheduled('a.kept', '0 3 * * *'), scheduled('a.new', '0 4 * * *')]);
  const known = await boss.getSchedules(QUEUE);
  expect(known.map(({ key, cron, data }) => [key, cron, data])).toEqual([
    ['a.kept', '0 3 * * *', { job: 'a.kept', input: {} }],
    ['a.new', '0 4 * * *', { job: 'a.new', input: {} }],
  ]);
});

test('a schedule of a job that cannot read {} is refused', async () => {
  const needy = scheduled('a.needy', '0 1 * * *', z.object({ name: z.string() }));
  await expect(syncSchedules(boss, [needy])).rejects.toThrow(z.ZodError);
});
