import { database } from '@repo/db/client';
import { insertPost } from '@repo/db/writes/posts';
import { TRPCError } from '@trpc/server';
import { recordAudit } from '../shared/product.ts';
import { authorProcedure, router } from '../shared/trpc.ts';
import { createPostSchema } from './schema.ts';

export const postsRouter = router({
  create: authorProcedure.input(createPostSchema).mutation(async ({ input, ctx: { author } }) => {
    const post = await database().transaction(async (tx) => {
      const { orgId, id: authorId } = author;
      const row = { ...input, orgId, authorId, topic: 'news' as const, summary: null };
      const made = await insertPost(tx, row);
      if (made) await recordAudit(tx, 'posts.create', author, made.id);
      return made;
    });
    if (!post) throw new TRPCError({ code: 'CONFLICT', message: 'This address is already used.' });
    return { id: post.id };
  }),
});

export type PostsRouter = typeof postsRouter;
