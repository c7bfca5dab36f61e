import type { Row } from '../lib/part.ts';
import type { Results } from '../lib/results.ts';
import { table } from '../lib/table.ts';

/** A line of the README's table of figures: where its cells come from. */
interface Figure {
  name: string;
  part: string;
  /** Name of the row; without one each contender has a row of its own, and `column` is read. */
  row?: string;
  column?: string;
  /** What follows the contender in the name of its row. */
  suffix?: string;
}

const FIGURES: readonly Figure[] = [
  { name: 'µs per call: object, 3 checks', part: 'calls', row: 'object, valid, 3 checks' },
  { name: 'µs per call: form, 3 checks', part: 'calls', row: 'form, valid, 3 checks' },
  { name: 'µs per refused form, 3 checks', part: 'calls', row: 'form, invalid, 3 checks' },
  { name: 'µs per form of 100 fields', part: 'growth', row: '100 fields' },
  {
    name: 'CPU ms per post, production, 64 at once',
    part: 'round-trip',
    column: 'CPU ms',
    suffix: ', 64 at once',
  },
  {
    name: 'webhooks kept a second, production, 16 at once',
    part: 'webhooks',
    column: 'requests/s',
    suffix: ', 16 at once',
  },
  { name: 'ms from commit to run of a job, median', part: 'queue', column: 'p50 ms' },
  { name: 'type instantiations, 300 actions', part: 'types', column: 'instantiations' },
  { name: 'lines of one slice, five files', part: 'slices', column: 'total' },
];

const CONTENDERS = {
  ours: ['ours'],
  'next-safe-action': ['next-safe-action'],
  zsa: ['zsa'],
  tRPC: ['tRPC'],
  'by hand': ['bare zod', 'route handler, fetch', 'by hand'],
};

/** The part of the README that the bench writes, as the formatter lays it out. */
export function section({ parts }: Results): string {
  const figures = FIGURES.map((figure) => lineOf(figure, parts[figure.part]?.rows ?? []));
  const { client, statements, features } = parts;
  const signIn = client?.rows.find(({ name }) => name === '/sign-in');
  const create = statements?.rows.find(({ name }) => name === 'posts.create');
  const missed = Object.values(parts).flatMap(({ verdicts }) => verdicts.filter(({ met }) => !met));
  return [
    table(features?.rows ?? []),
    'What a package has by itself: everything can be added by hand. A test reads it in the declarations of each library.',
    table(figures),
    `Medians of one run on one machine: read them as ratios. The sign-in page loads ${text(signIn?.['more than the bare page'])} bytes of JavaScript (gzip) more than a page without a form, and no zod; \`posts.create\` takes ${text(create?.statements)} SQL statements.`,
    missed.length === 0
      ? 'All budgets were met.'
      : `Budgets missed: ${missed.map(({ budget, found, limit }) => `${budget} (${found}, budget ${limit})`).join('; ')}.`,
  ].join('\n\n');
}

function lineOf({ name, row, column, suffix = '' }: Figure, rows: readonly Row[]): Row {
  const cells = Object.entries(CONTENDERS).map(([contender, names]) => {
    const found = row
      ? names.map((it) => rows.find((line) => line.name === row)?.[it])
      : names.map((it) => rows.find((line) => line.name === it + suffix)?.[column ?? '']);
    return [contender, found.find((it) => it !== undefined) ?? null];
  });
  return { name, ...(Object.fromEntries(cells) as Record<string, string | number | null>) };
}

function text(figure: string | number | null | undefined): string {
  return typeof figure === 'number' ? figure.toLocaleString('en') : (figure ?? '?');
}
