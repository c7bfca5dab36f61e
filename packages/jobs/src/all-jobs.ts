import type { AnyJob } from './define-job.ts';
import { removeExpired, tidyWebhooks } from './housekeeping/jobs.ts';
import { deliverMail, removeOld } from './mail/jobs.ts';

/** Every job that a worker runs. */
export const allJobs: readonly AnyJob[] = [removeExpired, tidyWebhooks, deliverMail, removeOld];
