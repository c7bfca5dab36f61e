import type { AnyJob } from './define-job.ts';
import { removeExpired } from './housekeeping/jobs.ts';
import { deliverMail, removeOld } from './mail/jobs.ts';

/** Every job that a worker runs. */
export const allJobs: readonly AnyJob[] = [removeExpired, deliverMail, removeOld];
