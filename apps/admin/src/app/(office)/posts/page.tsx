import { listPostsOfAllOrgs } from '@repo/db/queries/posts';
import { POST_STATUSES, PostsFilter } from '@repo/next/posts-filter';
import { oneOf, pageNumber, textOf, withQuery, type SearchParams } from '@repo/next/query';
import { Card } from '@repo/ui/card';
import { PageHeader } from '@repo/ui/page-header';
import { Pagination } from '@repo/ui/pagination';
import type { Metadata } from 'next';
import Link from 'next/link';
import { PostsTable } from '@/features/posts/posts-table.tsx';
import { page } from '@/page.ts';
import { requireStaff } from '@/staff-visit.ts';

export const metadata: Metadata = { title: 'Posts' };

export default page(async function PostsPage({ searchParams }: { searchParams: SearchParams }) {
  await requireStaff('/posts');
  const query = await searchParams;
  const filter = { search: textOf(query.search), status: oneOf(query.status, POST_STATUSES) };
  const list = await listPostsOfAllOrgs({ ...filter, page: pageNumber(query.page) });
  return (
    <>
      <PageHeader title="Posts" description={`${list.total} in all, of all teams`} />
      <PostsFilter path="/posts" {...filter} />
      <div className="grid gap-4">
        <Card flush>
          <PostsTable posts={list.rows} />
        </Card>
        <Pagination
          as={Link}
          page={list.page}
          pageCount={list.pageCount}
          href={(page) => withQuery('/posts', { ...filter, page })}
        />
      </div>
    </>
  );
});
