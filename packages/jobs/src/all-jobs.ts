import type { AnyJob } from './define-job.ts';
import { removeExpired } from './housekeeping/jobs.ts';

/** Every job that a worker runs. */
export const allJobs: readonly AnyJob[] = [removeExpired];
