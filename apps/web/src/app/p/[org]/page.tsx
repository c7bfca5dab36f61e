import { EmptyState } from '@repo/ui/empty-state';
import { PageHeader } from '@repo/ui/page-header';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getCachedOrg } from '@/features/public/cached-posts.ts';
import { PublicPostItem } from '@/features/public/public-post-item.tsx';
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
      <ul className="max-w-2xl divide-y">
        {org.posts.map((post) => (
          <li key={post.slug}>
            <PublicPostItem org={slug} post={post} />
          </li>
        ))}
      </ul>
    </PublicShell>
  );
});
