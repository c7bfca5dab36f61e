import { join } from 'node:path';
import { type Guarded, runGuarded } from './guarded.ts';
import { RUN_VARIABLE } from './orphans.ts';
import { projectRoot } from './project.ts';
import { getSecrets } from './secrets.ts';

/** What runs the jobs, in a process of its own. */
export const WORKER_SCRIPT = join(projectRoot, 'packages/actions/src/cli/worker.ts');

/** Loading takes much memory, little of which is needed later: with smaller steps 165 MB are held instead of 320. */
export const WORKER_FLAGS = ['--max-semi-space-size=4'];

/** How to run the worker. */
export interface WorkerProcessOptions {
  /** `development` starts it again whenever a file that it has read changes. Default: `production`. */
  mode?: WorkerMode;
  databaseUrl: string;
  /** See `runMark`. */
  mark: string;
  /** Added to its environment. */
  env?: Record<string, string>;
  onLine: (line: string) => void;
}

type WorkerMode = 'development' | 'production';

/** The environment that a worker requires. */
export function workerEnv(databaseUrl: string, mode: WorkerMode = 'production'): NodeJS.ProcessEnv {
  return { ...process.env, ...getSecrets(), NODE_ENV: mode, DATABASE_URL: databaseUrl };
}

/** Starts a worker that ends with this process. */
export function startWorkerProcess(options: WorkerProcessOptions): Guarded {
  const { mode, databaseUrl, mark, onLine } = options;
  const watch = mode === 'development' ? ['--watch', '--watch-preserve-output'] : [];
  return runGuarded(process.execPath, [...WORKER_FLAGS, ...watch, WORKER_SCRIPT], {
    cwd: projectRoot,
    onLine,
    env: { ...workerEnv(databaseUrl, mode), ...options.env, [RUN_VARIABLE]: mark },
  });
}
