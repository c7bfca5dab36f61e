import { join } from 'node:path';
import { type Guarded, runGuarded } from './guarded.ts';
import { RUN_VARIABLE } from './orphans.ts';
import { projectRoot } from './project.ts';
import { getSecrets } from './secrets.ts';

/** What runs the jobs, in a process of its own. */
export const WORKER_SCRIPT = join(projectRoot, 'packages/actions/src/cli/worker.ts');

/** How to run the worker. */
export interface WorkerProcessOptions {
  databaseUrl: string;
  /** See `runMark`. */
  mark: string;
  onLine: (line: string) => void;
}

/** The environment that a worker requires, as in production. */
export function workerEnv(databaseUrl: string): NodeJS.ProcessEnv {
  return { ...process.env, ...getSecrets(), NODE_ENV: 'production', DATABASE_URL: databaseUrl };
}

/** Starts a worker that ends with this process. */
export function startWorkerProcess({ databaseUrl, mark, onLine }: WorkerProcessOptions): Guarded {
  return runGuarded(process.execPath, [WORKER_SCRIPT], {
    cwd: projectRoot,
    onLine,
    env: { ...workerEnv(databaseUrl), [RUN_VARIABLE]: mark },
  });
}
