/** How one contender declares `posts.create` number `n`, and one call of it. */
export interface TypedContender {
  imports: string;
  action: (n: number) => string;
}

const schema = (n: number) => `const schema${n} = z.object({
  title: z.string().trim().min(1).max(200),
  slug: z.string().max(80).optional(),
  topic: z.enum(['news', 'guide', 'release']),
  body: z.string().min(1).max(20_000),
});`;

const CALL = `{ title: 'x', topic: 'news', body: 'y' }`;

/** The same action in both: four fields, a session, an error of its own, and a call that reads the result. */
export const typedContenders: Record<string, TypedContender> = {
  ours: {
    imports: `import { defineAction } from '@repo/actions/define-action';
import { authenticated } from '@repo/auth/access';
import { z } from 'zod';`,
    action: (n) => `${schema(n)}
export const create${n} = defineAction({
  id: 'posts.create${n}',
  access: authenticated,
  rateLimit: { max: 10, window: '1 m' },
  input: schema${n},
  errors: { SLUG_TAKEN: { field: 'slug', message: 'Taken.' } },
  handler: async ({ input, session, fail }) =>
    input.slug ? { id: input.title, by: session.user.id } : fail.SLUG_TAKEN(),
});
export async function use${n}(): Promise<string> {
  const result = await create${n}(${CALL});
  return result.ok ? result.data.id : (result.errors.slug?.[0] ?? result.code);
}`,
  },
  'next-safe-action': {
    imports: `import { createSafeActionClient, returnValidationErrors } from 'next-safe-action';
import { z } from 'zod';
const client = createSafeActionClient().use(async ({ next }) =>
  next({ ctx: { session: { user: { id: 'u' } } } }),
);`,
    action: (n) => `${schema(n)}
export const create${n} = client
  .inputSchema(schema${n})
  .action(async ({ parsedInput, ctx }) =>
    parsedInput.slug
      ? { id: parsedInput.title, by: ctx.session.user.id }
      : returnValidationErrors(schema${n}, { slug: { _errors: ['Taken.'] } }),
  );
export async function use${n}(): Promise<string> {
  const result = await create${n}(${CALL});
  return result.data ? result.data.id : (result.validationErrors?.slug?._errors?.[0] ?? 'error');
}`,
  },
};
