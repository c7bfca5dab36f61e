'use server';

import {
  createSafeActionClient,
  returnServerError,
  returnValidationErrors,
} from 'next-safe-action';
import { cookies } from 'next/headers';
import { zfd } from 'zod-form-data';
import { validateSession } from '@repo/auth/sessions';
import { database } from '@repo/db/client';
import { auditEvents } from '@repo/db/schema';
import { insertPost } from '@repo/db/writes/posts';
import { claimKey, claimOf, keepAnswer } from './idempotency.ts';
import { formSchema, RATE } from './schema.ts';
import { countCall, limitKey } from './statements.ts';

const schema = zfd.formData(formSchema);

const signedIn = createSafeActionClient()
  .use(async ({ next }) => {
    const token = (await cookies()).get('session')?.value;
    const session = token ? await validateSession('web', token) : null;
    return session ? next({ ctx: { session } }) : returnServerError('Sign in first.');
  })
  .use(async ({ next, ctx }) => {
    const key = limitKey('bench.safely', ctx.session.user.id);
    const [counted] = await database().execute(countCall(key, RATE.max, 60_000));
    return counted?.granted ? next() : returnServerError('Too often. Try again in a minute.');
  });

/** The same steps as middlewares of next-safe-action, with zod-form-data to read the form. */
export const createSafely = signedIn
  .inputSchema(schema)
  .useValidated(async ({ next, ctx, parsedInput }) => {
    const { memberships } = ctx.session;
    const membership = memberships.find(({ org }) => org.slug === parsedInput._org);
    if (!membership) return returnServerError('Not found.');
    if (membership.role === 'member') return returnServerError('You may not do this.');
    return next({ ctx: { orgId: membership.org.id } });
  })
  .stateAction(async ({ parsedInput, clientInput, ctx: { orgId, session } }) => {
    const { _org, slug = '', ...input } = parsedInput;
    const authorId = session.user.id;
    const claim = claimOf('bench.safely', authorId, clientInput as FormData);
    return database().transaction(async (tx) => {
      const earlier = await claimKey(tx, claim);
      if (earlier) return earlier;
      const post = await insertPost(tx, { ...input, slug, orgId, authorId });
      if (!post)
        return returnValidationErrors(schema, { slug: { _errors: ['This is already used.'] } });
      const data = { id: post.id };
      const audit = tx.insert(auditEvents).values({
        app: 'web',
        action: 'bench.safely',
        outcome: 'done',
        actorId: authorId,
        orgId,
        subjectId: post.id,
      });
      await Promise.all([audit, keepAnswer(tx, claim, data)]);
      return data;
    });
  });
