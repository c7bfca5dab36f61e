import { statusOf, type PostListItem } from '@repo/db/queries/posts';
import { Moment } from '@repo/next/day';
import { PostStatusBadge } from '@repo/next/post-status-badge';
import { Card } from '@repo/ui/card';
import { DescriptionList } from '@repo/ui/description-list';
import { TextLink } from '@repo/ui/text-link';
import Link from 'next/link';

/** What is known of a post, without its text. */
export function PostCard({ post }: { post: PostListItem }) {
  const items = [
    { term: 'Status', details: <PostStatusBadge status={statusOf(post)} /> },
    { term: 'Team', details: post.org.name },
    {
      term: 'Author',
      details: (
        <TextLink as={Link} href={`/users/${post.authorId}`}>
          {post.author}
        </TextLink>
      ),
    },
    { term: 'Address in web', details: `/p/${post.org.slug}/${post.slug}` },
    { term: 'Created', details: <Moment date={post.createdAt} /> },
    { term: 'Published', details: post.publishedAt ? <Moment date={post.publishedAt} /> : 'No' },
    { term: 'Hidden', details: post.hiddenAt ? <Moment date={post.hiddenAt} /> : 'No' },
    { term: 'Summary', details: post.summary ?? 'None' },
  ];
  return (
    <Card>
      <DescriptionList items={items} className="wrap-anywhere" />
    </Card>
  );
}
