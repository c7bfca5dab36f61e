import type { SendOptions } from 'pg-boss';
import type { AnyJob } from '../define-job.ts';

const HOUR_SECONDS = 3_600;

/** What the queue has to know of a job, with each one that is enqueued. */
export function sendOptions(job: AnyJob): SendOptions {
  return {
    retryLimit: job.retries,
    retryDelay: job.backoffSeconds ?? 5,
    retryBackoff: true,
    retryDelayMax: HOUR_SECONDS,
    expireInSeconds: job.timeoutSeconds ?? 60,
  };
}
