'use server';

import { cookies } from 'next/headers';
import { z } from 'zod';
import { validateSession } from '@repo/auth/sessions';
import { database } from '@repo/db/client';
import { auditEvents } from '@repo/db/schema';
import { insertPost } from '@repo/db/writes/posts';
import { formSchema, RATE } from './schema.ts';
import { countCall, limitKey } from './statements.ts';

/** What somebody writes who writes it all into one function: the same statements, in the same transaction. */
export async function createByHand(_previous: unknown, form: FormData) {
  const token = (await cookies()).get('session')?.value;
  const session = token ? await validateSession('web', token) : null;
  if (!session) return { error: 'Sign in first.' };
  const { user } = session;

  const key = limitKey('bench.byHand', user.id);
  const [counted] = await database().execute(countCall(key, RATE.max, 60_000));
  if (!counted?.granted) return { error: 'Too often. Try again in a minute.' };

  const membership = session.memberships.find(({ org }) => org.slug === form.get('_org'));
  if (!membership) return { error: 'Not found.' };
  if (membership.role === 'member') return { error: 'You may not do this.' };
  const orgId = membership.org.id;

  const parsed = formSchema.safeParse(Object.fromEntries(form));
  if (!parsed.success) return { errors: z.flattenError(parsed.error).fieldErrors };
  const { _org, slug = '', ...input } = parsed.data;

  try {
    return await database().transaction(async (tx) => {
      const post = await insertPost(tx, { ...input, slug, orgId, authorId: user.id });
      if (!post) return { errors: { slug: ['This address is already used.'] } };
      await tx.insert(auditEvents).values({
        app: 'web',
        action: 'bench.byHand',
        outcome: 'done',
        actorId: user.id,
        orgId,
        subjectId: post.id,
      });
      return { id: post.id };
    });
  } catch (error) {
    console.error(error);
    return { error: 'Something went wrong.' };
  }
}
