import statements from '@repo/actions/statements.json' with { type: 'json' };
import type { Part } from '../lib/part.ts';

/** Session, limit, begin, the row, the audit event, commit: what the guarantees ask for. */
const LEAST = 6;

/** SQL of one call, as pinned by `packages/actions/src/statements.test.ts`. */
export async function statementsPart(): Promise<Part> {
  const found = statements['posts.create'].length;
  return {
    title: 'SQL statements per action',
    about:
      'Counted on a real Postgres by a test of packages/actions, with the session read and the limit counted there. Each is a round trip.',
    rows: Object.entries(statements).map(([name, { length }]) => ({ name, statements: length })),
    verdicts: [
      { budget: 'statements of posts.create', limit: `= ${LEAST}`, found, met: found === LEAST },
    ],
  };
}
