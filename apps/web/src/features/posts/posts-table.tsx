import { statusOf, type PostListItem } from '@repo/db/queries/posts';
import { Table } from '@repo/ui/table';
import { TextLink } from '@repo/ui/text-link';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { Day } from '@repo/next/day';
import { PostStatusBadge } from '@repo/next/post-status-badge';
import { PublicationToggle } from './publication-toggle.tsx';

interface PostsTableProps {
  org: string;
  posts: readonly PostListItem[];
  /** Which posts the reader may publish and take back. */
  mayPublish: (post: PostListItem) => boolean;
  empty: ReactNode;
}

export function PostsTable({ org, posts, mayPublish, empty }: PostsTableProps) {
  return (
    <Table
      caption="Posts"
      rows={posts}
      rowKey={(post) => post.id}
      empty={empty}
      columns={[
        {
          header: 'Title',
          cell: (post) => (
            <TextLink as={Link} href={`/o/${org}/posts/${post.id}`}>
              {post.title}
            </TextLink>
          ),
        },
        {
          header: 'Status',
          cell: (post) => {
            const status = statusOf(post);
            if (status === 'hidden' || !mayPublish(post))
              return <PostStatusBadge status={status} />;
            const { id, title } = post;
            const published = status === 'published';
            return <PublicationToggle org={org} post={{ id, title, published }} />;
          },
        },
        { header: 'Author', cell: (post) => post.author },
        { header: 'Created', cell: (post) => <Day date={post.createdAt} />, align: 'end' },
      ]}
    />
  );
}
