import { z } from 'zod';
import { createPostSchema } from '@repo/actions/posts/schema';

/** What one caller may do, in all three: more than any round does. */
export const RATE = { max: 1_000_000, window: '1 m' } as const;

/** The form as those read it who have no engine to take the reserved fields out first. */
export const formSchema = createPostSchema.extend({ _org: z.string() });
