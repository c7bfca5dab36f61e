'use server';

import type { MemberSession } from '@repo/auth/session';
import type { Database } from '@repo/db/client';
import { getPost } from '@repo/db/queries/posts';
import { violates } from '@repo/db/violates';
import { deletePost as deletePostRow, insertPost, updatePost } from '@repo/db/writes/posts';
import { defineAction, tag } from '../define-action.ts';
import { slugify } from '../lib/slugify.ts';
import { canEditPost, writers } from './access.ts';
import { createPostSchema, editPostSchema, postIdSchema, publicationSchema } from './schema.ts';
import { postsOf } from './tags.ts';

const slugTaken = {
  SLUG_TAKEN: { field: 'slug', message: 'Another post of yours has this address already.' },
} as const;

interface OfPost {
  input: { id: string };
  session: MemberSession;
  db: Database;
  fail: { NOT_FOUND: () => never };
}

async function mayEdit({ input, session, db, fail }: OfPost): Promise<boolean> {
  const post = await getPost(session.org.id, input.id, db);
  return post ? canEditPost(session, post) : fail.NOT_FOUND();
}

export const createPost = defineAction({
  id: 'posts.create',
  access: writers,
  rateLimit: { max: 10, window: '1 m' },
  idempotent: true,
  input: createPostSchema,
  errors: {
    ...slugTaken,
    POST_QUOTA_REACHED: {
      message:
        "Your team's plan has no room for another post. Delete one, or ask an owner to choose a larger plan.",
    },
  },
  handler: async ({ input, session, tx, fail }) => {
    const slug = input.slug ?? slugify(input.title, 80);
    const owner = { orgId: session.org.id, authorId: session.user.id };
    try {
      const post = await insertPost(tx, { ...input, ...owner, slug });
      return post ? { id: post.id, slug: post.slug } : fail.SLUG_TAKEN();
    } catch (error) {
      if (violates(error, 'posts_quota')) return fail.POST_QUOTA_REACHED();
      throw error;
    }
  },
  subject: ({ data }) => data.id,
  redirectTo: ({ session, data }) => `/o/${session.org.slug}/posts/${data.id}?done=created`,
});

export const editPost = defineAction({
  id: 'posts.edit',
  access: writers,
  rateLimit: { max: 30, window: '1 m' },
  input: editPostSchema,
  errors: slugTaken,
  authorize: mayEdit,
  handler: async ({ input: { id, ...change }, session, tx, fail }) => {
    try {
      const post = await updatePost(tx, session.org.id, id, change);
      return post ? { id } : fail.NOT_FOUND();
    } catch (error) {
      if (violates(error, 'posts_org_slug')) return fail.SLUG_TAKEN();
      throw error;
    }
  },
  subject: ({ input }) => input.id,
  invalidates: ({ session }) => [tag(postsOf(session.org.slug))],
  redirectTo: ({ session, input }) => `/o/${session.org.slug}/posts/${input.id}?done=saved`,
});

export const publishPost = defineAction({
  id: 'posts.publish',
  access: writers,
  rateLimit: { max: 30, window: '1 m' },
  input: publicationSchema,
  bound: ['id', 'stay'],
  authorize: mayEdit,
  handler: async ({ input, session, tx, fail }) => {
    const post = await getPost(session.org.id, input.id, tx);
    if (!post) return fail.NOT_FOUND();
    // Published twice, a post keeps its first date.
    const published =
      post.publishedAt ?? (await updatePost(tx, post.orgId, post.id, { publishedAt: new Date() }));
    return published ? { id: post.id } : fail.NOT_FOUND();
  },
  subject: ({ input }) => input.id,
  invalidates: ({ session }) => [tag(postsOf(session.org.slug))],
  redirectTo: ({ session, input }) =>
    input.stay ? undefined : `/o/${session.org.slug}/posts/${input.id}?done=published`,
});

export const deletePost = defineAction({
  id: 'posts.delete',
  access: writers,
  rateLimit: { max: 30, window: '1 m' },
  input: postIdSchema,
  bound: ['id'],
  authorize: mayEdit,
  handler: async ({ input, session, tx, fail }) => {
    const post = await deletePostRow(tx, session.org.id, input.id);
    return post ? { id: post.id } : fail.NOT_FOUND();
  },
  subject: ({ input }) => input.id,
  invalidates: ({ session }) => [tag(postsOf(session.org.slug))],
  redirectTo: ({ session }) => `/o/${session.org.slug}/posts?done=deleted`,
});
