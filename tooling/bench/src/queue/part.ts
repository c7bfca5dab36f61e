import { execFile } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { closeDatabase, database, type Transaction } from '@repo/db/client';
import { startPostgres } from '@repo/services/postgres';
import type { Part, Row } from '../lib/part.ts';
import { startByHand } from './by-hand.ts';
import { startOurs } from './ours.ts';

const SINGLES = 150;
const PAUSE_MS = 30;
const FLOOD = 1_000;

const migrate = fileURLToPath(
  new URL('../../../../packages/db/src/cli/migrate.ts', import.meta.url),
);

interface Queue {
  enqueue: (tx: Transaction, id: number) => Promise<void>;
  stop: () => Promise<void>;
}

/** From the commit of a transaction to the run of the job that it enqueued, and how many jobs a second a flood has. */
export async function queuePart(): Promise<Part> {
  const postgres = await startPostgres({ ephemeral: true });
  process.env.DATABASE_URL = postgres.url;
  try {
    await promisify(execFile)(process.execPath, [migrate]);
    return {
      title: 'The queue: from commit to run',
      about:
        'Milliseconds until a job runs, one job at a time, and jobs a second of a thousand enqueued at once, five at a time, in the process that enqueues. By hand: a table, `for update skip locked`, and a notification; it keeps nothing of what is done, tries nothing again, and takes no note of a killed process.',
      rows: [await rowOf('ours', startOurs), await rowOf('by hand', startByHand)],
      verdicts: [],
    };
  } finally {
    await closeDatabase();
    delete process.env.DATABASE_URL;
    await postgres.stop();
  }
}

async function rowOf(
  name: string,
  start: (run: (id: number) => void) => Promise<Queue>,
): Promise<Row> {
  let ran = (_id: number) => {};
  const queue = await start((id) => ran(id));
  const waits: number[] = [];
  for (let id = 0; id < SINGLES; id += 1) {
    const at = Promise.withResolvers<number>();
    ran = () => at.resolve(performance.now());
    await database().transaction((tx) => queue.enqueue(tx, id));
    // It may have run before the answer to the commit was read.
    const committed = performance.now();
    waits.push(Math.max(0, (await at.promise) - committed));
    await sleep(Math.random() * PAUSE_MS);
  }
  const perSecond = await flood(queue, (run) => (ran = run));
  await queue.stop();
  const sorted = waits.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? null;
  return { name, 'p50 ms': at(0.5), 'p95 ms': at(0.95), 'jobs/s, a flood': perSecond };
}

async function flood(queue: Queue, onRun: (run: (id: number) => void) => void): Promise<number> {
  const seen = new Set<number>();
  const over = Promise.withResolvers<void>();
  onRun((id) => {
    if (seen.add(id).size === FLOOD) over.resolve();
  });
  await database().transaction(async (tx) => {
    for (let id = 1; id <= FLOOD; id += 1) await queue.enqueue(tx, id);
  });
  const from = performance.now();
  await over.promise;
  return (FLOOD * 1000) / (performance.now() - from);
}
