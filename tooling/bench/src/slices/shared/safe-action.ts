import { createSafeActionClient, DEFAULT_SERVER_ERROR_MESSAGE } from 'next-safe-action';
import { z } from 'zod';
import { currentAuthor, underLimit } from './product.ts';

class Refused extends Error {}

/** What a product on next-safe-action sets up once. */
export const authorAction = createSafeActionClient({
  defineMetadataSchema: () => z.object({ name: z.string() }),
  handleServerError: (error) =>
    error instanceof Refused ? error.message : DEFAULT_SERVER_ERROR_MESSAGE,
}).use(async ({ next, metadata }) => {
  const author = await currentAuthor();
  if (!author) throw new Refused('Sign in first.');
  if (!(await underLimit(metadata.name, author))) throw new Refused('Try again in a minute.');
  return next({ ctx: { author } });
});
