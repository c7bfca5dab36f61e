import { statusOf, type PostListItem } from '@repo/db/queries/posts';
import { Day } from '@repo/next/day';
import { NoMatch } from '@repo/next/no-match';
import { PostStatusBadge } from '@repo/next/post-status-badge';
import { Table } from '@repo/ui/table';
import { TextLink } from '@repo/ui/text-link';
import Link from 'next/link';

export function PostsTable({ posts }: { posts: readonly PostListItem[] }) {
  return (
    <Table
      caption="Posts"
      rows={posts}
      rowKey={(post) => post.id}
      empty={<NoMatch title="No post matches" all={{ href: '/posts', label: 'Show all posts' }} />}
      columns={[
        {
          header: 'Title',
          cell: (post) => (
            <TextLink as={Link} href={`/posts/${post.id}`}>
              {post.title}
            </TextLink>
          ),
        },
        { header: 'Team', cell: (post) => post.org.name },
        { header: 'Author', cell: (post) => post.author },
        { header: 'Status', cell: (post) => <PostStatusBadge status={statusOf(post)} /> },
        { header: 'Created', cell: (post) => <Day date={post.createdAt} />, align: 'end' },
      ]}
    />
  );
}
