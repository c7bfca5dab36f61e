import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { startWorkerProcess } from '@repo/services/worker';

type Process = ReturnType<typeof startWorkerProcess>;

/** Workers that are killed at random, each followed by another one. */
export interface MortalWorkers {
  /** How many were killed. */
  killed: number;
  /** How many did not reach the database at their start, and were followed by another one, as under a supervisor. */
  late: number;
  /** The last lines of workers that ended by themselves later: none should. */
  ended: string[];
  /** From now on none is killed any more. */
  spare: () => void;
  stop: () => Promise<void>;
}

const KEPT_LINES = 20;
/** No mail is written here. */
const MAIL = { SMTP_URL: 'smtp://127.0.0.1:1', MAIL_FROM: 'soak@example.test' };

/** Runs as many workers as are asked for, as `pnpm worker` does, and kills one of them every few seconds. */
export function startMortalWorkers(databaseUrl: string, amount: number): MortalWorkers {
  const alive = new Set<Process>();
  const over = new AbortController();
  const workers: MortalWorkers = {
    killed: 0,
    late: 0,
    ended: [],
    spare: () => over.abort(),
    stop: async () => {
      over.abort();
      const last = [...alive];
      alive.clear();
      await Promise.all(last.map((worker) => worker.stop()));
    },
  };
  const start = () => {
    const lines: string[] = [];
    const onLine = (line: string) => void (lines.push(line) > KEPT_LINES && lines.shift());
    const worker = startWorkerProcess({ databaseUrl, mark: 'soak', env: MAIL, onLine });
    alive.add(worker);
    void worker.ended.then(() => {
      if (!alive.delete(worker)) return;
      const text = lines.join('\n');
      if (!text.startsWith('worker cannot start')) return void workers.ended.push(text);
      workers.late += 1;
      start();
    });
  };
  const killOne = () => {
    const [victim] = [...alive].slice(randomInt(alive.size));
    if (!victim) return;
    alive.delete(victim);
    victim.kill();
    workers.killed += 1;
    start();
  };
  for (let n = 0; n < amount; n += 1) start();
  void (async () => {
    while (!over.signal.aborted) {
      await sleep(randomInt(3_000, 6_000), null, { signal: over.signal }).catch(() => {});
      if (!over.signal.aborted) killOne();
    }
  })();
  return workers;
}
