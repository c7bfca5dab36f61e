'use server';

import { staff } from '@repo/auth/access';
import { endSessionsOf } from '@repo/auth/sessions';
import { getPostOfAnyOrg } from '@repo/db/queries/posts';
import { setDisabled } from '@repo/db/writes/accounts';
import { updatePost } from '@repo/db/writes/posts';
import { defineAction, tag } from '../define-action.ts';
import { postIdSchema } from '../posts/schema.ts';
import { postsOf } from '../posts/tags.ts';
import { userIdSchema } from './schema.ts';

/** Takes a post off the public pages, whatever its author does. */
export const hidePost = defineAction({
  id: 'moderation.hidePost',
  access: staff(),
  rateLimit: { max: 60, window: '1 m' },
  input: postIdSchema,
  handler: async ({ input, tx, fail }) => {
    const post = await getPostOfAnyOrg(input.id, tx);
    if (!post) return fail.NOT_FOUND();
    await updatePost(tx, post.orgId, post.id, { hiddenAt: new Date() });
    return { orgSlug: post.org.slug };
  },
  subject: ({ input }) => input.id,
  invalidates: ({ data }) => [tag(postsOf(data.orgSlug))],
  redirectTo: ({ input }) => `/posts/${input.id}?done=hidden`,
});

/** Gives a hidden post back to its author, published or draft as it was. */
export const restorePost = defineAction({
  id: 'moderation.restorePost',
  access: staff(),
  rateLimit: { max: 60, window: '1 m' },
  input: postIdSchema,
  handler: async ({ input, tx, fail }) => {
    const post = await getPostOfAnyOrg(input.id, tx);
    if (!post) return fail.NOT_FOUND();
    await updatePost(tx, post.orgId, post.id, { hiddenAt: null });
    return { orgSlug: post.org.slug };
  },
  subject: ({ input }) => input.id,
  invalidates: ({ data }) => [tag(postsOf(data.orgSlug))],
  redirectTo: ({ input }) => `/posts/${input.id}?done=restored`,
});

/** Locks a person out: no new sign-in, and all sessions in both apps end now. */
export const disableUser = defineAction({
  id: 'moderation.disableUser',
  access: staff('admin'),
  rateLimit: { max: 60, window: '1 m' },
  input: userIdSchema,
  errors: { SELF: { message: 'You cannot disable yourself. Ask another admin.' } },
  handler: async ({ input, session, tx, fail }) => {
    if (input.id === session.user.id) return fail.SELF();
    const user = await setDisabled(tx, input.id, true);
    if (!user) return fail.NOT_FOUND();
    await endSessionsOf(tx, user.id);
  },
  subject: ({ input }) => input.id,
  redirectTo: ({ input }) => `/users/${input.id}?done=disabled`,
});

/** Lets a disabled person sign in again. */
export const enableUser = defineAction({
  id: 'moderation.enableUser',
  access: staff('admin'),
  rateLimit: { max: 60, window: '1 m' },
  input: userIdSchema,
  handler: async ({ input, tx, fail }) => {
    const user = await setDisabled(tx, input.id, false);
    if (!user) return fail.NOT_FOUND();
  },
  subject: ({ input }) => input.id,
  redirectTo: ({ input }) => `/users/${input.id}?done=enabled`,
});
