import type { Transaction } from '@repo/db/client';
import { defineJob } from '@repo/jobs/define-job';
import { enqueue } from '@repo/jobs/enqueue';
import { startWorker } from '@repo/jobs/worker';
import { z } from 'zod';

const silent = () => {};

/** A worker as `pnpm worker` starts it. */
export async function startOurs(run: (id: number) => void) {
  const job = defineJob({
    id: 'bench.measure',
    input: z.object({ id: z.number() }),
    retries: 5,
    run: async ({ input }) => run(input.id),
  });
  const logger = { info: silent, warn: silent, error: silent };
  const worker = await startWorker({ jobs: [job], logger, concurrency: 5 });
  return {
    enqueue: async (tx: Transaction, id: number) => {
      await enqueue(tx, job, { id });
    },
    stop: () => worker.stop(),
  };
}
