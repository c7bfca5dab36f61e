import { database } from '@repo/db/client';
import { auditEvents } from '@repo/db/schema';
import type { Ports } from './ports.ts';

/** The ports that reach Postgres, for apps and tests alike. */
export const databasePorts: Pick<Ports, 'database' | 'transaction' | 'audit'> = {
  database,
  transaction: (work) => database().transaction(work),
  audit: async (event, tx) => {
    await (tx ?? database()).insert(auditEvents).values(event);
  },
};
