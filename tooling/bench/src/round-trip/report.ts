import { median } from '../lib/median.ts';
import type { Part, Row, Verdict } from '../lib/part.ts';
import { compare } from './compare.ts';
import type { Turn } from './measure-level.ts';
import { ways, type PerWay, type Way } from './ways.ts';

const ABOUT =
  'Server action posts over HTTP to `next start` (autocannon), on Postgres: session, rate limit, validation, ' +
  'idempotency key, insert and audit event in one transaction. Ratios compare turns that were taken side by side; a budget counts as missed ' +
  'when the ratio is below it by more than its margin. CPU is the server process alone, per post.';

const BUDGETS = [
  { other: 'by hand', limit: 0.95 },
  { other: 'next-safe-action', limit: 1 },
] as const;

/** The table, and whether the budgets are met over all levels together. */
export function report(levels: ReadonlyMap<number, PerWay<Turn[]>>): Part {
  return {
    title: 'Production round trip',
    about: ABOUT,
    rows: [...levels].flatMap(([connections, turns]) =>
      ways.map((way) => rowOf(way, connections, turns)),
    ),
    verdicts: BUDGETS.map(({ other, limit }) => verdictOf([...levels.values()], other, limit)),
  };
}

function rowOf(way: Way, connections: number, turns: PerWay<Turn[]>): Row {
  const latencies = turns[way].flatMap((turn) => turn.latencies).toSorted((a, b) => a - b);
  const { ratio, margin } = compare(speeds(turns[way]), speeds(turns['by hand']));
  return {
    name: `${way}, ${connections} at once`,
    'requests/s': median(speeds(turns[way])),
    'p50 ms': percentile(latencies, 0.5),
    'p99 ms': percentile(latencies, 0.99),
    'CPU ms': median(turns[way].map((turn) => turn.cpuMs)),
    'of by hand': ratio,
    '±': margin,
  };
}

function verdictOf(levels: PerWay<Turn[]>[], other: Way, limit: number): Verdict {
  const all = (way: Way) => levels.flatMap((turns) => speeds(turns[way]));
  const { ratio, margin } = compare(all('ours'), all(other));
  return {
    budget: `round trip: throughput of ours to ${other}`,
    limit: `>= ${limit}, ± ${margin.toFixed(3)} in this run`,
    found: Number(ratio.toFixed(3)),
    met: ratio + margin >= limit,
  };
}

function speeds(turns: readonly Turn[]): number[] {
  return turns.map((turn) => turn.perSecond);
}

function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
