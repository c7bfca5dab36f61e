import { z } from 'zod';

/** The input of all contenders. */
export const postSchema = z.object({
  title: z.string().min(1).max(200),
  body: z.string().min(1).max(20_000),
});
