import type { FreshDatabase } from '@repo/testing/fresh-database';
import type { Plan } from './plan-deliveries.ts';
import type { Sending } from './send-deliveries.ts';

/** What happened. */
export interface Run {
  plan: Plan;
  seed: number;
  sending: Sending;
  killed: number;
  late: number;
  dropped: number;
  downMs: number;
  sentMs: number;
  totalMs: number;
}

/** Says what a run was like, a figure per line. */
export async function printFigures(database: FreshDatabase, run: Run): Promise<void> {
  const { plan, sending } = run;
  const [effects] = await database.rows<{ p50: number; p95: number; last: number; count: number }>(`
    with waits as (
      select extract(epoch from at - received_at) as wait from soak_effects
      join webhook_events on webhook_events.id = webhook)
    select count(*)::int, percentile_cont(0.5) within group (order by wait) as p50,
      percentile_cont(0.95) within group (order by wait) as p95, max(wait)::float8 as last from waits`);
  const sorted = sending.latencies.toSorted((a, b) => a - b);
  const at = (share: number) => `${Math.round(sorted[Math.floor(sorted.length * share)] ?? 0)} ms`;
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
  const lines = {
    seed: run.seed,
    deliveries: plan.deliveries.length,
    'distinct events': plan.events.length,
    'answered with 200': `${sending.accepted}, ${Math.round((sending.accepted * 1000) / run.sentMs)} a second, p50 ${at(0.5)}, p99 ${at(0.99)}`,
    'sent again, by what came': JSON.stringify(sending.refused),
    'workers killed': run.killed,
    'workers without a start': run.late,
    'connections dropped': run.dropped,
    'database down': seconds(run.downMs),
    'effects, each once': effects?.count ?? 0,
    'from receipt to effect': `p50 ${effects?.p50.toFixed(2)} s, p95 ${effects?.p95.toFixed(1)} s, last ${effects?.last.toFixed(1)} s`,
    'all sent after': seconds(run.sentMs),
    'all applied after': seconds(run.totalMs),
  };
  const text = Object.entries(lines).map(([name, figure]) => `  ${name.padEnd(26)} ${figure}`);
  process.stdout.write(`\n${text.join('\n')}\n\n`);
}
