import { listJobs } from '@repo/db/queries/jobs';
import { oneOf, pageNumber, withQuery, type SearchParams } from '@repo/next/query';
import { Card } from '@repo/ui/card';
import { PageHeader } from '@repo/ui/page-header';
import { Pagination } from '@repo/ui/pagination';
import type { Metadata } from 'next';
import Link from 'next/link';
import { JOB_STATUSES, JobsFilter } from '@/features/jobs/jobs-filter.tsx';
import { JobsTable } from '@/features/jobs/jobs-table.tsx';
import { page } from '@/page.ts';
import { requireStaff } from '@/staff-visit.ts';

export const metadata: Metadata = { title: 'Jobs' };

export default page(async function JobsPage({ searchParams }: { searchParams: SearchParams }) {
  await requireStaff('/jobs');
  const query = await searchParams;
  const status = oneOf(query.status, JOB_STATUSES);
  const list = await listJobs({ status, page: pageNumber(query.page) });
  return (
    <>
      <PageHeader title="Jobs" description={`${list.total} listed: work that is done later.`} />
      <JobsFilter status={status} />
      <div className="grid gap-4">
        <Card flush>
          <JobsTable jobs={list.rows} />
        </Card>
        <Pagination
          as={Link}
          page={list.page}
          pageCount={list.pageCount}
          href={(page) => withQuery('/jobs', { status, page })}
        />
      </div>
    </>
  );
});
