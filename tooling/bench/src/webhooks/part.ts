import { eq, sql } from 'drizzle-orm';
import { database } from '@repo/db/client';
import { webhookEvents } from '@repo/db/schema';
import { median } from '../lib/median.ts';
import type { Part, Row } from '../lib/part.ts';
import { compare } from '../round-trip/compare.ts';
import { putUnderLoad } from '../round-trip/load.ts';
import { eventPost } from './event-post.ts';
import { openSite, WAYS, type Way } from './site.ts';

const CONNECTIONS = [1, 16];
const WARM_UP = 200;
const TURN_SECONDS = 0.3;
const LEVEL_SECONDS = 10;
/** Throughput of the one by hand to ours. */
const AT_MOST = 1.25;

interface Turn {
  perSecond: number;
  latencies: number[];
  cpuMs: number;
}
type PerWay<T> = Record<Way, T>;

/** Signed events to route handlers of a production build: ours, beside one written by hand. */
export async function webhooksPart(): Promise<Part> {
  const site = await openSite();
  try {
    const sent: PerWay<number> = { ours: 0, 'by hand': 0 };
    const turn = async (way: Way, connections: number, amount: number): Promise<Turn> => {
      const url = site.urls[way];
      const cpuBefore = await cpuMsOf(url);
      const next = () => eventPost(site.secret);
      const load = await putUnderLoad({ url, connections, amount, next });
      sent[way] += amount;
      return { ...load, cpuMs: ((await cpuMsOf(url)) - cpuBefore) / amount };
    };
    const rows: Row[] = [];
    const all: PerWay<number[]> = { ours: [], 'by hand': [] };
    for (const connections of CONNECTIONS) {
      const turns = await measure((way, amount) => turn(way, connections, amount));
      for (const way of WAYS) {
        all[way].push(...turns[way].map(({ perSecond }) => perSecond));
        rows.push(rowOf(way, connections, turns));
      }
    }
    await requireSameWork(sent);
    const { ratio, margin } = compare(all['by hand'], all.ours);
    const limit = `<= ${AT_MOST}, ± ${margin.toFixed(3)} in this run`;
    const found = Number(ratio.toFixed(3));
    return {
      title: 'Intake of webhooks',
      about:
        'Signed events of 1 kB over HTTP to `next start` (autocannon), on Postgres: signature, inbox and queue in one transaction, then 200. The one by hand has no bound for size and time of a body, no limit for what it refuses, one secret, one sender, and no line of log.',
      rows,
      verdicts: [
        {
          budget: 'webhooks: throughput of by hand to ours',
          limit,
          found,
          met: found <= AT_MOST,
        },
      ],
    };
  } finally {
    await site.stop();
  }
}

/** Short turns side by side, for a fixed time. */
async function measure(take: (way: Way, amount: number) => Promise<Turn>): Promise<PerWay<Turn[]>> {
  const rates = [];
  for (const way of WAYS) rates.push((await take(way, WARM_UP)).perSecond);
  const amount = Math.max(50, Math.round(median(rates) * TURN_SECONDS));
  const turns: PerWay<Turn[]> = { ours: [], 'by hand': [] };
  const end = performance.now() + LEVEL_SECONDS * 1000;
  for (let round = 0; performance.now() < end; round += 1)
    for (const way of round % 2 === 0 ? WAYS : WAYS.toReversed())
      turns[way].push(await take(way, amount));
  return turns;
}

function rowOf(way: Way, connections: number, turns: PerWay<Turn[]>): Row {
  const speeds = (of: Way) => turns[of].map(({ perSecond }) => perSecond);
  const latencies = turns[way].flatMap((turn) => turn.latencies).toSorted((a, b) => a - b);
  const { ratio, margin } = compare(speeds(way), speeds('by hand'));
  return {
    name: `${way}, ${connections} at once`,
    'requests/s': median(speeds(way)),
    'p50 ms': latencies[Math.floor(latencies.length * 0.5)] ?? null,
    'p99 ms': latencies[Math.floor(latencies.length * 0.99)] ?? null,
    'CPU ms': median(turns[way].map(({ cpuMs }) => cpuMs)),
    'of by hand': ratio,
    '±': margin,
  };
}

/** A way that leaves something out would look fast: what was sent has to be there, and in the queue. */
async function requireSameWork(sent: PerWay<number>): Promise<void> {
  for (const [way, provider] of [
    ['ours', 'stripe'],
    ['by hand', 'by-hand'],
  ] as const) {
    const kept = await database().$count(webhookEvents, eq(webhookEvents.provider, provider));
    if (kept !== sent[way]) throw new Error(`${way}: ${sent[way]} were sent, ${kept} are kept`);
  }
  const [queue] = await database().execute<{ count: number }>(
    sql`select count(*)::int as count from pgboss.job where data ->> 'job' = 'webhooks.apply'`,
  );
  const total = sent.ours + sent['by hand'];
  if (queue?.count !== total) throw new Error(`${total} were sent, ${queue?.count} have a job`);
}

async function cpuMsOf(url: string): Promise<number> {
  return Number(await (await fetch(new URL('/cpu', url))).text()) / 1000;
}
