'use server';

import { defineAction, path } from '@repo/actions/define-action';
import { member } from '@repo/auth/access';
import { insertPost } from '@repo/db/writes/posts';
import { createPostSchema } from './schema.ts';

export const createPost = defineAction({
  id: 'posts.create',
  access: member('author'),
  rateLimit: { max: 10, window: '1 m' },
  input: createPostSchema,
  errors: { SLUG_TAKEN: { field: 'slug', message: 'This address is already used.' } },
  handler: async ({ input, session, tx, fail }) => {
    const of = { orgId: session.org.id, authorId: session.user.id };
    const post = await insertPost(tx, { ...input, ...of, topic: 'news', summary: null });
    return post ? { id: post.id } : fail.SLUG_TAKEN();
  },
  subject: ({ data }) => data.id,
  invalidates: () => [path('/posts')],
});
