'use server';

import { staff } from '@repo/auth/access';
import { lockWebhookEvent, reopenWebhookEvent } from '@repo/db/writes/webhook-events';
import { defineAction } from '../define-action.ts';
import { enqueueWebhookEvent } from '../lib/webhooks/apply-job.ts';
import { refuseReplay } from './refuse-replay.ts';
import { webhookEventIdSchema } from './schema.ts';

/** Lets an event have the effect that it did not have yet: one that was given up, or that waits without a job. */
export const replayWebhookEvent = defineAction({
  id: 'webhooks.replay',
  access: staff('admin'),
  rateLimit: { max: 60, window: '1 m' },
  input: webhookEventIdSchema,
  errors: {
    APPLIED: { message: 'This event has had its effect already. Load the page again.' },
    NO_EFFECT: {
      message: 'Nothing is done about events of this type, so there is nothing to replay.',
    },
    FORGOTTEN: {
      message: 'What was sent is no longer kept: only that it was received.',
    },
  },
  handler: async ({ input, tx, fail }) => {
    const event = await lockWebhookEvent(tx, input.id);
    if (!event) return fail.NOT_FOUND();
    const reason = refuseReplay(event);
    if (reason) return fail[reason]();
    await reopenWebhookEvent(tx, input.id);
    await enqueueWebhookEvent(tx, { id: input.id });
  },
  subject: ({ input }) => input.id,
  redirectTo: ({ input }) => `/webhooks/${input.id}?done=replayed`,
});
