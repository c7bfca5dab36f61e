'use server';

import { staff } from '@repo/auth/access';
import { getJob } from '@repo/db/queries/jobs';
import { retryDeadJob } from '@repo/jobs/dead-jobs';
import { defineAction } from '../define-action.ts';
import { jobIdSchema } from './schema.ts';

/** Gives a dead job one more attempt. */
export const retryJob = defineAction({
  id: 'jobs.retry',
  access: staff('admin'),
  rateLimit: { max: 60, window: '1 m' },
  input: jobIdSchema,
  errors: { NOT_DEAD: { message: 'This job is not dead any more. Load the page again.' } },
  handler: async ({ input, tx, fail }) => {
    if (await retryDeadJob(tx, input.id)) return;
    if (await getJob(input.id, tx)) return fail.NOT_DEAD();
    return fail.NOT_FOUND();
  },
  subject: ({ input }) => input.id,
  redirectTo: ({ input }) => `/jobs/${input.id}?done=retried`,
});
