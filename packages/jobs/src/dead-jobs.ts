import type { Transaction } from '@repo/db/client';
import { sql } from 'drizzle-orm';
import { onConnection } from './lib/queue-client.ts';
import { QUEUE } from './lib/queue.ts';

/**
 * Gives a dead job one more attempt, within seconds.
 * @returns false when there is no dead job with this id
 */
export async function retryDeadJob(tx: Transaction, id: string): Promise<boolean> {
  const [dead] = await tx.execute(
    sql`select 1 from pgboss.job where name = ${QUEUE} and id = ${id} and state = 'failed' for update`,
  );
  if (dead) await onConnection(tx, (queue) => queue.retry(QUEUE, id));
  return dead !== undefined;
}
