import { sql } from 'drizzle-orm';
import { database, type Transaction } from '@repo/db/client';

const CHANNEL = 'bench_jobs';
const LANES = 5;
const POLL_MS = 2_000;

/** A queue as somebody writes it: a table, `skip locked`, and a notification. No retries, no dead jobs, no heartbeat. */
export async function startByHand(run: (id: number) => void) {
  const db = database();
  await db.execute(
    sql`create table if not exists bench_jobs (seq bigint generated always as identity primary key, id int not null)`,
  );
  let isStopped = false;
  const sleeping = new Set<() => void>();
  const takeOne = () =>
    db.transaction(async (tx) => {
      const [job] = await tx.execute<{ seq: string; id: number }>(
        sql`select seq, id from bench_jobs order by seq limit 1 for update skip locked`,
      );
      if (!job) return false;
      run(job.id);
      await tx.execute(sql`delete from bench_jobs where seq = ${job.seq}`);
      return true;
    });
  const lane = async () => {
    while (!isStopped) {
      if (await takeOne()) continue;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, POLL_MS);
        sleeping.add(() => (clearTimeout(timer), resolve()));
      });
    }
  };
  const wake = () => {
    for (const one of sleeping) one();
    sleeping.clear();
  };
  const listening = await db.$client.listen(CHANNEL, wake);
  const lanes = Promise.all(Array.from({ length: LANES }, lane));
  return {
    enqueue: async (tx: Transaction, id: number) => {
      await tx.execute(sql`insert into bench_jobs (id) values (${id})`);
      await tx.execute(sql`select pg_notify(${CHANNEL}, '')`);
    },
    stop: async () => {
      isStopped = true;
      wake();
      await lanes;
      await listening.unlisten();
    },
  };
}
