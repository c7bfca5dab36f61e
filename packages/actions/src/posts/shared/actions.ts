'use server';

import { anyOf, staff } from '@repo/auth/access';
import { getPost, getPostOfAnyOrg } from '@repo/db/queries/posts';
import { updatePost } from '@repo/db/writes/posts';
import { defineAction, tag } from '../../define-action.ts';
import { canEditPost, writers } from '../access.ts';
import { publicationSchema } from '../schema.ts';
import { postsOf } from '../tags.ts';

/** Takes a post back to draft: its author or owner in web, staff in admin. */
export const unpublishPost = defineAction({
  id: 'posts.unpublish',
  access: anyOf(writers, staff()),
  rateLimit: { max: 30, window: '1 m' },
  input: publicationSchema,
  bound: ['id', 'stay'],
  authorize: async ({ input, session, db, fail }) => {
    if (!('org' in session)) return true;
    const post = await getPost(session.org.id, input.id, db);
    return post ? canEditPost(session, post) : fail.NOT_FOUND();
  },
  handler: async ({ input, session, tx, fail }) => {
    const post = await getPostOfAnyOrg(input.id, tx);
    if (!post || ('org' in session && post.orgId !== session.org.id)) return fail.NOT_FOUND();
    await updatePost(tx, post.orgId, post.id, { publishedAt: null });
    return { orgSlug: post.org.slug };
  },
  subject: ({ input }) => input.id,
  invalidates: ({ data }) => [tag(postsOf(data.orgSlug))],
  redirectTo: ({ input, session, data }) => {
    if (input.stay) return undefined;
    const post = `/posts/${input.id}?done=unpublished`;
    return 'org' in session ? `/o/${data.orgSlug}${post}` : post;
  },
});
