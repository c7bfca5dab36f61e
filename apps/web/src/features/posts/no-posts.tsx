import { ButtonLink } from '@repo/ui/button';
import { EmptyState } from '@repo/ui/empty-state';
import Link from 'next/link';

interface NoPostsProps {
  path: string;
  mayWrite: boolean;
  search: string | undefined;
  status: string | undefined;
}

/** What an empty list says: nothing found, or nothing there yet. */
export function NoPosts({ path, mayWrite, search, status }: NoPostsProps) {
  if (search || status) {
    return (
      <EmptyState
        title="No post matches"
        action={
          <ButtonLink as={Link} href={path}>
            Show all posts
          </ButtonLink>
        }
      >
        Try a shorter search, or another status.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="No posts yet"
      action={
        mayWrite && (
          <ButtonLink as={Link} href={`${path}/new`} variant="primary">
            Write the first post
          </ButtonLink>
        )
      }
    >
      Posts start as drafts, and only your team sees those.
    </EmptyState>
  );
}
