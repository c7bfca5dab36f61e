import { z } from '../lib/zod.ts';

/** A person by their id. */
export const userIdSchema = z.object({ id: z.uuid() });
