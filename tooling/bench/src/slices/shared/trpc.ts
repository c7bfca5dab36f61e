import { initTRPC, TRPCError } from '@trpc/server';
import { z, ZodError } from 'zod';
import { currentAuthor, underLimit } from './product.ts';

const t = initTRPC.create({
  errorFormatter: ({ shape, error }) => ({
    ...shape,
    data: {
      ...shape.data,
      fields:
        error.cause instanceof ZodError
          ? (z.flattenError(error.cause).fieldErrors as Record<string, string[] | undefined>)
          : null,
    },
  }),
});

/** What a product on tRPC sets up once. */
export const { router, createCallerFactory } = t;

export const authorProcedure = t.procedure.use(async ({ next, path }) => {
  const author = await currentAuthor();
  if (!author) throw new TRPCError({ code: 'UNAUTHORIZED', message: 'Sign in first.' });
  if (!(await underLimit(path, author)))
    throw new TRPCError({ code: 'TOO_MANY_REQUESTS', message: 'Try again in a minute.' });
  return next({ ctx: { author } });
});
