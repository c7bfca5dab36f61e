import { and, eq, sql } from 'drizzle-orm';
import type { Transaction } from '../client.ts';
import { posts } from '../schema.ts';

type Post = typeof posts.$inferSelect;
export type NewPost = Pick<
  Post,
  'orgId' | 'authorId' | 'slug' | 'title' | 'topic' | 'summary' | 'body'
>;
export type PostEdit = Pick<Post, 'slug' | 'title' | 'topic' | 'summary' | 'body'>;

/** Adds a draft. Null when the org already uses this slug. */
export async function insertPost(tx: Transaction, post: NewPost): Promise<Post | null> {
  const [row] = await tx
    .insert(posts)
    .values(post)
    .onConflictDoNothing({ target: [posts.orgId, posts.slug] })
    .returning();
  return row ?? null;
}

/**
 * Changes a post of this org; null when there is none. Locks the row until the transaction ends.
 * @throws a violation of `posts_org_slug` when the slug is taken (see `violates`)
 */
export async function updatePost(
  tx: Transaction,
  orgId: string,
  postId: string,
  change: Partial<PostEdit> & { publishedAt?: Date | null; hiddenAt?: Date | null },
): Promise<Post | null> {
  const [row] = await tx
    .update(posts)
    .set({ ...change, updatedAt: sql`now()` })
    .where(and(eq(posts.orgId, orgId), eq(posts.id, postId)))
    .returning();
  return row ?? null;
}

/** Deletes a post of this org; null when there is none. */
export async function deletePost(
  tx: Transaction,
  orgId: string,
  postId: string,
): Promise<Post | null> {
  const [row] = await tx
    .delete(posts)
    .where(and(eq(posts.orgId, orgId), eq(posts.id, postId)))
    .returning();
  return row ?? null;
}
