import { fileURLToPath } from 'node:url';
import type { Part, Row, Verdict } from '../lib/part.ts';
import { countLines } from './count-lines.ts';

const WAYS = {
  ours: 'ours',
  'next-safe-action': 'next-safe-action',
  trpc: 'tRPC',
  'route-handler': 'route handler, fetch',
};

/** Code of one slice, written four ways; `pnpm test` type-checks all and runs their tests. */
export async function slicesPart(): Promise<Part> {
  const rows = Object.entries(WAYS).map(([folder, name]) => rowOf(folder, name));
  const totals = rows.map(({ total }) => Number(total));
  const [ours = Number.NaN, ...others] = totals;
  const least = Math.min(...others);
  const verdict: Verdict = {
    budget: 'lines of one slice, against the shortest of the others',
    limit: `< ${least}`,
    found: ours,
    met: ours < least,
  };
  return {
    title: 'Lines of one slice',
    about:
      'Schema, action, form, optimistic list and test of "create a post", without blanks and comments. What a product sets up once (session, limit, audit, client) is not counted, for none. Ours alone also works without JavaScript.',
    rows,
    verdicts: [verdict],
  };
}

function rowOf(folder: string, name: string): Row {
  const counts = countLines(fileURLToPath(new URL(`./${folder}`, import.meta.url)));
  const of = (pattern: RegExp) =>
    Object.entries(counts).reduce(
      (sum, [file, lines]) => sum + (pattern.test(file) ? lines : 0),
      0,
    );
  return {
    name,
    schema: of(/^schema/),
    action: of(/^(actions|router|route)\./),
    form: of(/form/),
    list: of(/list/),
    test: of(/\.test\./),
    total: of(/./),
  };
}
