import { createSafeActionClient } from 'next-safe-action';
import { z } from 'zod';
import { zfd } from 'zod-form-data';
import type { Contender, Send } from './contender.ts';
import { postSchema } from './schema.ts';
import { countCall, findSession, mayWrite, save } from './work.ts';

const formSchema = zfd.formData({
  title: zfd.text(z.string().min(1).max(200)),
  body: zfd.text(z.string().min(1).max(20_000)),
});

const open = createSafeActionClient();
const guarded = open
  .use(async ({ next }) => {
    const session = await findSession();
    if (!session) throw new Error('refused');
    return next({ ctx: { session } });
  })
  .use(async ({ next, ctx }) => {
    if (!(await countCall(ctx.session.user.id))) throw new Error('refused');
    return next();
  })
  .use(async ({ next, ctx }) => {
    if (!mayWrite(ctx.session)) throw new Error('refused');
    return next();
  });

function actionOf(client: typeof open | typeof guarded, schema: typeof postSchema): Send {
  const action = (client as typeof open)
    .inputSchema(schema)
    .action(async ({ parsedInput }) => save(parsedInput));
  return action as unknown as Send;
}

const asForm = formSchema as unknown as typeof postSchema;

/** next-safe-action, and zod-form-data for forms. */
export const safeAction: Contender = {
  object: { 0: actionOf(open, postSchema), 3: actionOf(guarded, postSchema) },
  form: { 0: actionOf(open, asForm), 3: actionOf(guarded, asForm) },
};
