// Prints the SQL of the queue's tables for a migration of packages/db: from nothing, or from the version given.
import { getConstructionPlans, getMigrationPlans } from 'pg-boss';
import { QUEUE, QUEUE_OPTIONS, QUEUE_SCHEMA } from '../lib/queue.ts';

const from = process.argv[2];
const plans = from
  ? getMigrationPlans(QUEUE_SCHEMA, Number(from))
  : `${getConstructionPlans(QUEUE_SCHEMA)};
     SELECT ${QUEUE_SCHEMA}.create_queue('${QUEUE}', '${JSON.stringify({ policy: 'standard', ...QUEUE_OPTIONS })}'::jsonb)`;

/** What drizzle's migrator does around all migrations: its transaction, our lock. */
const LEFT_OUT = /^(BEGIN|COMMIT|SET LOCAL|SELECT pg_advisory_xact_lock)\b/;

/** At the semicolons that end statements; those between dollar quotes belong to the bodies of functions. */
const statements = plans
  .split('$$')
  .map((part, index) => (index % 2 === 0 ? part.replaceAll(';', '\0') : part))
  .join('$$')
  .split('\0')
  .map((statement) => statement.trim())
  .filter((statement) => statement && !LEFT_OUT.test(statement));

console.log(statements.map((statement) => `${statement};`).join('\n--> statement-breakpoint\n'));
