import { getPostOfAnyOrg } from '@repo/db/queries/posts';
import { Notice } from '@repo/next/notice';
import { textOf, type SearchParams } from '@repo/next/query';
import { Card } from '@repo/ui/card';
import { PageHeader } from '@repo/ui/page-header';
import { Prose } from '@repo/ui/prose';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { ModerationCard } from '@/features/posts/moderation-card.tsx';
import { POST_NOTICES } from '@/features/posts/notices.ts';
import { PostCard } from '@/features/posts/post-card.tsx';
import { page } from '@/page.ts';
import { requireStaff } from '@/staff-visit.ts';

export const metadata: Metadata = { title: 'Post' };

interface PostPageProps {
  params: Promise<{ id: string }>;
  searchParams: SearchParams;
}

export default page(async function PostPage({ params, searchParams }: PostPageProps) {
  const { id } = await params;
  await requireStaff(`/posts/${id}`);
  const post = (await getPostOfAnyOrg(id)) ?? notFound();
  return (
    <>
      <PageHeader as={Link} title={post.title} back={{ href: '/posts', label: 'Posts' }} />
      <Notice done={textOf((await searchParams).done)} texts={POST_NOTICES} />
      <div className="grid gap-6">
        <ModerationCard post={post} />
        <PostCard post={post} />
        <Card title="Text">
          <Prose text={post.body} />
        </Card>
      </div>
    </>
  );
});
