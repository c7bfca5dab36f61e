'use server';

import { database } from '@repo/db/client';
import { insertPost } from '@repo/db/writes/posts';
import { returnValidationErrors } from 'next-safe-action';
import { revalidatePath } from 'next/cache';
import { recordAudit } from '../shared/product.ts';
import { authorAction } from '../shared/safe-action.ts';
import { createPostSchema } from './schema.ts';

export const createPost = authorAction
  .metadata({ name: 'posts.create' })
  .inputSchema(createPostSchema)
  .action(async ({ parsedInput, ctx: { author } }) => {
    const post = await database().transaction(async (tx) => {
      const { orgId, id: authorId } = author;
      const row = { ...parsedInput, orgId, authorId, topic: 'news' as const, summary: null };
      const made = await insertPost(tx, row);
      if (made) await recordAudit(tx, 'posts.create', author, made.id);
      return made;
    });
    if (!post)
      returnValidationErrors(createPostSchema, {
        slug: { _errors: ['This address is already used.'] },
      });
    revalidatePath('/posts');
    return { id: post.id };
  });
