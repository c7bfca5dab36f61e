import { Day } from '@repo/next/day';
import { Badge } from '@repo/ui/badge';
import { EmptyState } from '@repo/ui/empty-state';
import { PageHeader } from '@repo/ui/page-header';
import { TextLink } from '@repo/ui/text-link';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getCachedOrg } from '@/features/public/cached-posts.ts';
import { PublicShell } from '@/shell/public-shell.tsx';
import { page } from '@/page.ts';

interface PublicOrgProps {
  params: Promise<{ org: string }>;
}

export async function generateMetadata({ params }: PublicOrgProps): Promise<Metadata> {
  const { org } = await params;
  return { title: (await getCachedOrg(org))?.name ?? 'Not found' };
}

export default page(async function PublicOrgPage({ params }: PublicOrgProps) {
  const { org: slug } = await params;
  const org = (await getCachedOrg(slug)) ?? notFound();
  return (
    <PublicShell>
      <PageHeader title={org.name} description="What this team has published." />
      {org.posts.length === 0 && <EmptyState title="Nothing here yet">Come back soon.</EmptyState>}
      <ul className="grid gap-8">
        {org.posts.map((post) => (
          <li key={post.slug}>
            <article className="grid gap-1">
              <h2 className="text-lg font-semibold">
                <TextLink as={Link} href={`/p/${slug}/${post.slug}`}>
                  {post.title}
                </TextLink>
              </h2>
              {post.summary && <p className="text-muted-foreground">{post.summary}</p>}
              <p className="flex flex-wrap items-center gap-2 text-sm text-muted-foreground">
                <Badge>{post.topic}</Badge> {post.author} · <Day date={post.publishedAt} />
              </p>
            </article>
          </li>
        ))}
      </ul>
    </PublicShell>
  );
});
