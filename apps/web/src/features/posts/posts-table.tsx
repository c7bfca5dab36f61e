import type { PostListItem } from '@repo/db/queries/posts';
import { Table } from '@repo/ui/table';
import { TextLink } from '@repo/ui/text-link';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { Day } from '@repo/next/day';
import { PostStatusBadge } from '@repo/next/post-status-badge';

interface PostsTableProps {
  org: string;
  posts: readonly PostListItem[];
  empty: ReactNode;
}

export function PostsTable({ org, posts, empty }: PostsTableProps) {
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
        { header: 'Status', cell: (post) => <PostStatusBadge post={post} /> },
        { header: 'Author', cell: (post) => post.author },
        { header: 'Created', cell: (post) => <Day date={post.createdAt} />, align: 'end' },
      ]}
    />
  );
}
