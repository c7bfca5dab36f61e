import type { Contender, Send } from './contender.ts';
import { postSchema } from './schema.ts';
import { countCall, findSession, mayWrite, save } from './work.ts';

async function check(): Promise<boolean> {
  const session = await findSession();
  if (!session || !(await countCall(session.user.id))) return false;
  return mayWrite(session);
}

function send(checks: 0 | 3, read: (input: object) => unknown): Send {
  return async (input) => {
    if (checks === 3 && !(await check())) return { error: 'refused' };
    const parsed = postSchema.safeParse(read(input));
    if (!parsed.success) return { error: parsed.error.issues };
    return { data: await save(parsed.data) };
  };
}

const asIs = (input: object) => input;
const asFields = (form: object) => Object.fromEntries(form as FormData);

/** zod and the checks, by hand, and nothing else. */
export const bare: Contender = {
  object: { 0: send(0, asIs), 3: send(3, asIs) },
  form: { 0: send(0, asFields), 3: send(3, asFields) },
};
