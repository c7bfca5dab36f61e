import { canEditPost } from '@repo/actions/posts/access';
import { getPost, statusOf } from '@repo/db/queries/posts';
import { Day } from '@repo/next/day';
import { textOf, type SearchParams } from '@repo/next/query';
import { Card } from '@repo/ui/card';
import { DescriptionList } from '@repo/ui/description-list';
import { PageHeader } from '@repo/ui/page-header';
import { Prose } from '@repo/ui/prose';
import { TextLink } from '@repo/ui/text-link';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { POST_NOTICES } from '@/features/posts/notices.ts';
import { Notice } from '@repo/next/notice';
import { PostToolbar } from '@/features/posts/post-toolbar.tsx';
import { PublicationNotice } from '@/features/posts/publication-notice.tsx';
import { PostStatusBadge } from '@repo/next/post-status-badge';
import { requireOrgVisit } from '@/org-visit.ts';
import { page } from '@/page.ts';

export const metadata: Metadata = { title: 'Post' };

interface PostPageProps {
  params: Promise<{ org: string; id: string }>;
  searchParams: SearchParams;
}

export default page(async function PostPage({ params, searchParams }: PostPageProps) {
  const { org, id } = await params;
  const session = await requireOrgVisit(org, `/o/${org}/posts/${id}`);
  const post = (await getPost(session.org.id, id)) ?? notFound();
  const address = `/p/${org}/${post.slug}`;
  const status = statusOf(post);
  const isPublic = status === 'published';
  const mayEdit = canEditPost(session, post);
  const done = textOf((await searchParams).done);
  const turned = mayEdit && status !== 'hidden' && /^(?:un)?published$/.test(done ?? '');
  const items = [
    { term: 'Status', details: <PostStatusBadge status={status} /> },
    { term: 'Topic', details: post.topic },
    {
      term: 'Address',
      details: isPublic ? (
        <TextLink as={Link} href={address}>
          {address}
        </TextLink>
      ) : (
        address
      ),
    },
    { term: 'Created', details: <Day date={post.createdAt} /> },
    { term: 'Summary', details: post.summary ?? 'None' },
  ];
  return (
    <>
      <PageHeader
        as={Link}
        title={post.title}
        back={{ href: `/o/${org}/posts`, label: 'Posts' }}
        actions={mayEdit && <PostToolbar org={org} post={post} />}
      />
      {turned ? (
        <PublicationNotice org={org} post={{ id, published: isPublic }} />
      ) : (
        <Notice done={done} texts={POST_NOTICES} />
      )}
      <div className="grid gap-6">
        <Card>
          <DescriptionList items={items} />
        </Card>
        <Card title="Text">
          <Prose text={post.body} />
        </Card>
      </div>
    </>
  );
});
