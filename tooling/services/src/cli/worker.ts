import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type Database, openDatabase } from '../lib/database.ts';
import { loadEnvironment } from '../lib/environment.ts';
import { interruption } from '../lib/interruption.ts';
import { projectRoot } from '../lib/project.ts';
import { reportFailure } from '../lib/report-failure.ts';
import { WORKER_FLAGS, WORKER_SCRIPT, workerEnv } from '../lib/worker-process.ts';

const signal = interruption();
let database: Database | undefined;

try {
  loadEnvironment();
  database = await openDatabase((text) => console.log(`  ${text}`));
  const env = workerEnv(database.url);
  const worker = spawn(process.execPath, [...WORKER_FLAGS, WORKER_SCRIPT], {
    cwd: projectRoot,
    env,
    stdio: 'inherit',
  });
  signal.addEventListener('abort', () => worker.kill('SIGTERM'));
  const [code] = (await once(worker, 'exit')) as [number | null];
  process.exitCode = code ?? 1;
} catch (error) {
  if (!signal.aborted) reportFailure(error);
}
await database?.stop();
process.exit();
