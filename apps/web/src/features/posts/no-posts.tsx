import { NoMatch } from '@repo/next/no-match';
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
    return <NoMatch title="No post matches" all={{ href: path, label: 'Show all posts' }} />;
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
