import { member } from '@repo/auth/access';
import type { MemberSession } from '@repo/auth/session';

/** Who may write in an org. Pages ask the same. */
export const writers = member('author');

/** Authors edit what they wrote, owners everything in their org. */
export function canEditPost(
  session: MemberSession,
  post: { orgId: string; authorId: string },
): boolean {
  return (
    post.orgId === session.org.id && (session.role === 'owner' || post.authorId === session.user.id)
  );
}
