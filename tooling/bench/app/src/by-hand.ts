'use server';

import { TransactionRollbackError } from 'drizzle-orm';
import { cookies } from 'next/headers';
import { z } from 'zod';
import { validateSession } from '@repo/auth/sessions';
import { database } from '@repo/db/client';
import { auditEvents } from '@repo/db/schema';
import { insertPost } from '@repo/db/writes/posts';
import { claimKey, claimOf, keepAnswer } from './idempotency.ts';
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
    const claim = claimOf('bench.byHand', user.id, form);
    return await database().transaction(async (tx) => {
      const earlier = await claimKey(tx, claim);
      if (earlier) return earlier;
      const post = await insertPost(tx, { ...input, slug, orgId, authorId: user.id });
      if (!post) return tx.rollback();
      const data = { id: post.id };
      const audit = tx.insert(auditEvents).values({
        app: 'web',
        action: 'bench.byHand',
        outcome: 'done',
        actorId: user.id,
        orgId,
        subjectId: post.id,
      });
      await Promise.all([audit, keepAnswer(tx, claim, data)]);
      return data;
    });
  } catch (error) {
    if (error instanceof TransactionRollbackError)
      return { errors: { slug: ['This address is already used.'] } };
    console.error(error);
    return { error: 'Something went wrong.' };
  }
}
