import { database } from '@repo/db/client';
import { useTestDatabase } from '@repo/db/testing';
import { PgBoss } from 'pg-boss';
import installed from 'pg-boss/package.json' with { type: 'json' };
import { expect, test } from 'vitest';
import { queueDatabase } from './lib/queue-database.ts';
import { QUEUE, QUEUE_OPTIONS, QUEUE_SCHEMA } from './lib/queue.ts';

await useTestDatabase();

const boss = new PgBoss({ db: queueDatabase(database), schema: QUEUE_SCHEMA, migrate: false });

test('our migrations make exactly the tables that the installed version of the queue wants', async () => {
  expect(await boss.schemaVersion()).toBe(installed.pgboss.schema);
  expect(await boss.detectSchemaDrift()).toMatchObject({ ok: true });
});

test('the migrations make the queue, so that jobs can be enqueued before a worker ever ran', async () => {
  expect(await boss.getQueue(QUEUE)).toMatchObject({ ...QUEUE_OPTIONS, policy: 'standard' });
});
