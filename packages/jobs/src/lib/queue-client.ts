import { AsyncLocalStorage } from 'node:async_hooks';
import { database, type Queryable } from '@repo/db/client';
import { PgBoss } from 'pg-boss';
import { queueDatabase } from './queue-database.ts';
import { QUEUE_SCHEMA } from './queue.ts';

const connection = new AsyncLocalStorage<Queryable>();
let client: PgBoss | undefined;

/**
 * Asks something of the queue on this connection and on no other: a second one of the pool, asked for inside of a
 * transaction, is what processes wait for each other for. Nothing is started by it.
 */
export function onConnection<T>(on: Queryable, work: (queue: PgBoss) => Promise<T>): Promise<T> {
  client ??= new PgBoss({
    db: queueDatabase(() => connection.getStore() ?? database()),
    schema: QUEUE_SCHEMA,
    migrate: false,
    supervise: false,
    schedule: false,
  });
  const queue = client;
  return connection.run(on, () => work(queue));
}
