import { createSafeActionClient } from 'next-safe-action';
import { z } from 'zod';
import { currentAuthor, underLimit } from './product.ts';

/** What a product on next-safe-action sets up once. */
export const authorAction = createSafeActionClient({
  defineMetadataSchema: () => z.object({ name: z.string() }),
}).use(async ({ next, metadata }) => {
  const author = await currentAuthor();
  if (!author) throw new Error('Sign in first.');
  if (!(await underLimit(metadata.name, author))) throw new Error('Try again in a minute.');
  return next({ ctx: { author } });
});
