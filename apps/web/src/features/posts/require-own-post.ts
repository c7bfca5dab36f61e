import { canEditPost } from '@repo/actions/posts/access';
import type { MemberSession } from '@repo/auth/session';
import { getPost, type Post } from '@repo/db/queries/posts';
import { notFound } from 'next/navigation';

/** A post that this member may edit; "not found" otherwise. */
export async function requireOwnPost(session: MemberSession, id: string): Promise<Post> {
  const post = await getPost(session.org.id, id);
  return post && canEditPost(session, post) ? post : notFound();
}
