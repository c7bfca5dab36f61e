import { Day } from '@repo/next/day';
import { Badge } from '@repo/ui/badge';
import { PageHeader } from '@repo/ui/page-header';
import { Prose } from '@repo/ui/prose';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getCachedPost } from '@/features/public/cached-posts.ts';
import { PublicShell } from '@/shell/public-shell.tsx';
import { page } from '@/page.ts';

interface PublicPostProps {
  params: Promise<{ org: string; slug: string }>;
}

export async function generateMetadata({ params }: PublicPostProps): Promise<Metadata> {
  const { org, slug } = await params;
  const post = await getCachedPost(org, slug);
  return { title: post?.title ?? 'Not found', description: post?.summary };
}

export default page(async function PublicPostPage({ params }: PublicPostProps) {
  const { org, slug } = await params;
  const post = (await getCachedPost(org, slug)) ?? notFound();
  return (
    <PublicShell>
      <article>
        <PageHeader
          as={Link}
          title={post.title}
          back={{ href: `/p/${org}`, label: 'All posts' }}
          description={
            <span className="flex flex-wrap items-center gap-2">
              <Badge>{post.topic}</Badge> {post.author} · <Day date={post.publishedAt} />
            </span>
          }
        />
        <Prose text={post.body} />
      </article>
    </PublicShell>
  );
});
