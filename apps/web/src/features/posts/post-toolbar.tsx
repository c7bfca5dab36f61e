import type { Post } from '@repo/db/queries/posts';
import { ButtonLink } from '@repo/ui/button';
import Link from 'next/link';
import { PublishForm, UnpublishForm } from './post-actions.tsx';

/** What one can do with a post. */
export function PostToolbar({
  org,
  post,
}: {
  org: string;
  post: Pick<Post, 'id' | 'publishedAt'>;
}) {
  const path = `/o/${org}/posts/${post.id}`;
  return (
    <>
      {post.publishedAt ? (
        <UnpublishForm org={org} id={post.id} />
      ) : (
        <PublishForm org={org} id={post.id} />
      )}
      <ButtonLink as={Link} href={`${path}/edit`}>
        Edit
      </ButtonLink>
      <ButtonLink as={Link} href={`${path}/delete`} variant="quiet">
        Delete
      </ButtonLink>
    </>
  );
}
