import { createServerAction, createServerActionProcedure } from 'zsa';
import { z } from 'zod/v3';
import type { Contender, Send } from './contender.ts';
import type { postSchema as inZod4 } from './schema.ts';
import { countCall, findSession, mayWrite, save } from './work.ts';

const schema = z.object({
  title: z.string().min(1).max(200),
  body: z.string().min(1).max(20_000),
});
// Its types mean the zod that is installed; at run time it gets zod 3, see `resolve-libraries.ts`.
const postSchema = schema as unknown as typeof inZod4;

const signedIn = createServerActionProcedure().handler(async () => {
  const session = await findSession();
  if (!session) throw new Error('refused');
  return { session };
});
const counted = createServerActionProcedure(signedIn).handler(async ({ ctx }) => {
  if (!(await countCall(ctx.session.user.id))) throw new Error('refused');
  return ctx;
});
const guarded = createServerActionProcedure(counted).handler(async ({ ctx }) => {
  if (!mayWrite(ctx.session)) throw new Error('refused');
  return ctx;
});

const objectOpen = createServerAction()
  .input(postSchema)
  .handler(({ input }) => save(input));
const formOpen = createServerAction()
  .input(postSchema, { type: 'formData' })
  .handler(({ input }) => save(input));
const objectGuarded = guarded
  .createServerAction()
  .input(postSchema)
  .handler(({ input }) => save(input));
const formGuarded = guarded
  .createServerAction()
  .input(postSchema, { type: 'formData' })
  .handler(({ input }) => save(input));

/** zsa, with its own reading of forms. */
export const zsa: Contender = {
  object: { 0: objectOpen as Send, 3: objectGuarded as Send },
  form: { 0: formOpen as Send, 3: formGuarded as Send },
};
