import { closeDatabase } from '@repo/db/client';
import { databaseEnv } from '@repo/db/env';
import { allJobs } from '@repo/jobs/all-jobs';
import { startWorker } from '@repo/jobs/worker';
import { actionsEnv } from '../env.ts';
import { createLogger } from '../lib/logger.ts';
// oxlint-disable-next-line perimeter/response-comes-after-commit -- a command has no handler, and this imports no Next
import { refuseStart } from '../lib/next/refuse-start.ts';
import { applyJob } from '../lib/webhooks/apply-job.ts';
import { allWebhooks } from '../webhooks/effects.ts';

try {
  databaseEnv();
  const logger = createLogger('worker', actionsEnv().LOG_LEVEL);
  const worker = await startWorker({ jobs: [...allJobs, applyJob(allWebhooks)], logger });
  let isStopping = false;
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    await worker.stop();
    await closeDatabase();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const)
    process.on(signal, () => void stop());
} catch (error) {
  refuseStart('worker', error);
}
