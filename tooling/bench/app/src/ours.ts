'use server';

import { defineAction } from '@repo/actions/define-action';
import { createPostSchema } from '@repo/actions/posts/schema';
import { member } from '@repo/auth/access';
import { insertPost } from '@repo/db/writes/posts';
import { RATE } from './schema.ts';

export const createOurs = defineAction({
  id: 'bench.ours',
  access: member('author'),
  rateLimit: RATE,
  idempotent: true,
  input: createPostSchema,
  errors: { SLUG_TAKEN: { field: 'slug', message: 'This address is already used.' } },
  handler: async ({ input, session, tx, fail }) => {
    const slug = input.slug ?? fail.SLUG_TAKEN();
    const owner = { orgId: session.org.id, authorId: session.user.id };
    const post = await insertPost(tx, { ...input, ...owner, slug });
    return post ? { id: post.id } : fail.SLUG_TAKEN();
  },
  subject: ({ data }) => data.id,
});
