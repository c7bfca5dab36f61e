import { boundTransaction, database } from '@repo/db/client';
import { auditEvents } from '@repo/db/schema';
import { postgresIdempotency } from './idempotency/postgres.ts';
import type { Ports } from './ports.ts';

/** The ports that reach Postgres, for apps and tests alike. */
export const databasePorts: Pick<Ports, 'database' | 'transaction' | 'audit' | 'idempotency'> = {
  database,
  idempotency: postgresIdempotency(),
  transaction: (work, statementMs) =>
    database().transaction(async (tx) => {
      await boundTransaction(tx, statementMs);
      return work(tx);
    }),
  audit: async (event, tx) => {
    await (tx ?? database()).insert(auditEvents).values(event);
  },
};
