import statements from '@repo/actions/statements.json' with { type: 'json' };
import type { Part } from '../lib/part.ts';

/** Session, limit; begin, claim of the key, the row, the audit event, the answer kept for twins, commit. */
const LEAST = 8;

/** SQL of one call, as pinned by `packages/actions/src/statements.test.ts`. */
export async function statementsPart(): Promise<Part> {
  const found = statements['posts.create'].length;
  return {
    title: 'SQL statements per action',
    about:
      'Counted on a real Postgres by a test of packages/actions, with the session read and the limit counted there. Each is a round trip, but the audit event and the kept answer of an idempotent action, which share one.',
    rows: Object.entries(statements).map(([name, { length }]) => ({ name, statements: length })),
    verdicts: [
      { budget: 'statements of posts.create', limit: `= ${LEAST}`, found, met: found === LEAST },
    ],
  };
}
