import { z } from '../lib/zod.ts';

/** A person by their id, in the one spelling that ids are compared in. */
export const userIdSchema = z.object({ id: z.uuid().toLowerCase() });
