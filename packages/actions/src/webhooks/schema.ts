import { z } from '../lib/zod.ts';

/** An event by its id here, in the one spelling that ids are compared in. */
export const webhookEventIdSchema = z.object({ id: z.uuid().toLowerCase() });
