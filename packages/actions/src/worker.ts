import { allJobs } from '@repo/jobs/all-jobs';
import { startWorker, type Worker } from '@repo/jobs/worker';
import { actionsEnv } from './env.ts';
import { createLogger } from './lib/logger.ts';

const held = globalThis as typeof globalThis & { perimeterWorker?: Promise<Worker> };

/**
 * Runs the jobs of this database in this process, and logs like an app. A second call, as of a hot reload, stops the
 * worker of the first.
 * @throws ZodError or Error with a sentence when the environment or the database does not fit
 */
export async function startJobs(app: string): Promise<Worker> {
  const earlier = await held.perimeterWorker?.catch(() => null);
  await earlier?.stop(1_000);
  const logger = createLogger(app, actionsEnv().LOG_LEVEL);
  held.perimeterWorker = startWorker({ jobs: allJobs, logger });
  return held.perimeterWorker;
}
