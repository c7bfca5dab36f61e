import { z } from '../lib/zod.ts';

/** A job by its id, in the one spelling that ids are compared in. */
export const jobIdSchema = z.object({ id: z.uuid().toLowerCase() });
