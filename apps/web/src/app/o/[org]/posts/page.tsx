import { canEditPost } from '@repo/actions/posts/access';
import { listPosts } from '@repo/db/queries/posts';
import { POST_STATUSES, PostsFilter } from '@repo/next/posts-filter';
import { oneOf, pageNumber, textOf, withQuery, type SearchParams } from '@repo/next/query';
import { ButtonLink } from '@repo/ui/button';
import { Card } from '@repo/ui/card';
import { PageHeader } from '@repo/ui/page-header';
import { Pagination } from '@repo/ui/pagination';
import type { Metadata } from 'next';
import Link from 'next/link';
import { PlanUsage } from '@/features/billing/plan-usage.tsx';
import { NoPosts } from '@/features/posts/no-posts.tsx';
import { POST_NOTICES } from '@/features/posts/notices.ts';
import { Notice } from '@repo/next/notice';
import { PostsTable } from '@/features/posts/posts-table.tsx';
import { requireOrgVisit } from '@/org-visit.ts';
import { page } from '@/page.ts';

export const metadata: Metadata = { title: 'Posts' };

interface PostsPageProps {
  params: Promise<{ org: string }>;
  searchParams: SearchParams;
}

export default page(async function PostsPage({ params, searchParams }: PostsPageProps) {
  const { org } = await params;
  const session = await requireOrgVisit(org, `/o/${org}/posts`);
  const query = await searchParams;
  const filter = { search: textOf(query.search), status: oneOf(query.status, POST_STATUSES) };
  const list = await listPosts(session.org.id, { ...filter, page: pageNumber(query.page) });
  const path = `/o/${org}/posts`;
  const mayWrite = session.role !== 'member';
  return (
    <>
      <PageHeader
        title="Posts"
        description={`${list.total} in all`}
        actions={
          mayWrite && (
            <ButtonLink as={Link} href={`${path}/new`} variant="primary">
              New post
            </ButtonLink>
          )
        }
      />
      <Notice done={textOf(query.done)} texts={POST_NOTICES} />
      <div className="grid gap-4">
        <PlanUsage orgId={session.org.id} />
        <PostsFilter path={path} {...filter} />
        <Card flush>
          <PostsTable
            org={org}
            posts={list.rows}
            mayPublish={(post) => mayWrite && canEditPost(session, post)}
            empty={<NoPosts path={path} mayWrite={mayWrite} {...filter} />}
          />
        </Card>
        <Pagination
          as={Link}
          page={list.page}
          pageCount={list.pageCount}
          href={(page) => withQuery(path, { ...filter, page })}
        />
      </div>
    </>
  );
});
