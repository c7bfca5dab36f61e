import { z } from 'zod';

export const createPostSchema = z.object({
  title: z.string().trim().min(1, 'Please fill this in.').max(200),
  slug: z.string().trim().min(1, 'Please fill this in.').max(80),
  body: z.string().trim().min(1, 'Please fill this in.').max(20_000),
});
