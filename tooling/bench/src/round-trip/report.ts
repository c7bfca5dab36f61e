import { median } from '../lib/median.ts';
import type { Part, Row, Verdict } from '../lib/part.ts';
import { compare } from './compare.ts';
import type { Turn } from './measure-level.ts';
import { ways, type PerWay, type Way } from './ways.ts';

const ABOUT =
  'Server action posts over HTTP to `next start` (autocannon), on Postgres: session, rate limit, validation, ' +
  'idempotency key, insert and audit event in one transaction. Ratios compare turns that were taken side by side; ± is what ' +
  'a second run may find instead. CPU is the server process alone, per post.';

/** Throughput of the other one to ours: 0.95 of by hand is 1.053. Misses: docs/decisions/0017-round-trip.md */
const BUDGETS = [
  { other: 'by hand', limit: 1.053, accepted: 1.25 },
  { other: 'next-safe-action', limit: 1, accepted: 1.2 },
] as const;

type Budget = (typeof BUDGETS)[number];

/** The table, and whether the budgets are met over all levels together. */
export function report(levels: ReadonlyMap<number, PerWay<Turn[]>>): Part {
  return {
    title: 'Production round trip',
    about: ABOUT,
    rows: [...levels].flatMap(([connections, turns]) =>
      ways.map((way) => rowOf(way, connections, turns)),
    ),
    verdicts: BUDGETS.map((budget) => verdictOf([...levels.values()], budget)),
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

function verdictOf(levels: PerWay<Turn[]>[], { other, limit, accepted }: Budget): Verdict {
  const all = (way: Way) => levels.flatMap((turns) => speeds(turns[way]));
  const { ratio, margin } = compare(all(other), all('ours'));
  return {
    budget: `round trip: throughput of ${other} to ours`,
    limit: `<= ${limit}, ± ${margin.toFixed(3)} in this run`,
    found: Number(ratio.toFixed(3)),
    met: ratio <= limit,
    accepted: accepted + margin,
  };
}

function speeds(turns: readonly Turn[]): number[] {
  return turns.map((turn) => turn.perSecond);
}

function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
