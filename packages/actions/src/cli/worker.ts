import { closeDatabase } from '@repo/db/client';
import { databaseEnv } from '@repo/db/env';
// oxlint-disable-next-line perimeter/response-comes-after-commit -- a command has no handler, and this imports no Next
import { refuseStart } from '../lib/next/refuse-start.ts';
import { startJobs } from '../worker.ts';

try {
  databaseEnv();
  const worker = await startJobs('worker');
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
