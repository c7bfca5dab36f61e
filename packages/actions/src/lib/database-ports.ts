import { database, type Transaction } from '@repo/db/client';
import { auditEvents } from '@repo/db/schema';
import { postgresIdempotency } from './idempotency/postgres.ts';
import { sql } from 'drizzle-orm';
import type { Ports } from './ports.ts';

/** The ports that reach Postgres, for apps and tests alike. */
export const databasePorts: Pick<Ports, 'database' | 'transaction' | 'audit' | 'idempotency'> = {
  database,
  idempotency: postgresIdempotency(),
  transaction: (work, statementMs) =>
    database().transaction(async (tx) => {
      if (statementMs !== null) await boundStatements(tx, statementMs);
      return work(tx);
    }),
  audit: async (event, tx) => {
    await (tx ?? database()).insert(auditEvents).values(event);
  },
};

async function boundStatements(tx: Transaction, ms: number): Promise<void> {
  await tx.execute(sql`select set_config('statement_timeout', ${String(ms)}, true)`);
}
