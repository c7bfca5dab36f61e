/** The schema of pg-boss in our database, made by `packages/db/migrations`. */
export const QUEUE_SCHEMA = 'pgboss';

/**
 * The one queue of all jobs, so that any process can enqueue any job, whether a worker has run it before or not, and
 * so that the cost of waiting does not grow with the number of jobs. The worker brings the database's row up to this.
 */
export const QUEUE = 'jobs';

const DAY_SECONDS = 86_400;

/** What holds for all jobs; the rest comes from each definition, with each job. */
export const QUEUE_OPTIONS = {
  notify: true,
  /** A worker that is gone for so long has lost its jobs: others take them. */
  heartbeatSeconds: 10,
  /** Done and dead jobs are kept for as long, to be looked at and, the dead ones, retried. */
  deleteAfterSeconds: 14 * DAY_SECONDS,
  /** A job that no worker takes is not dropped in a week of holidays. */
  retentionSeconds: 60 * DAY_SECONDS,
};
