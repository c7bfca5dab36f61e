import { getJob } from '@repo/db/queries/jobs';
import { Notice } from '@repo/next/notice';
import { textOf, type SearchParams } from '@repo/next/query';
import { PageHeader } from '@repo/ui/page-header';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { JobCard } from '@/features/jobs/job-card.tsx';
import { JOB_NOTICES } from '@/features/jobs/notices.ts';
import { RetryButton } from '@/features/jobs/retry-button.tsx';
import { page } from '@/page.ts';
import { getStaff, requireStaff } from '@/staff-visit.ts';

export const metadata: Metadata = { title: 'Job' };

interface JobPageProps {
  params: Promise<{ id: string }>;
  searchParams: SearchParams;
}

export default page(async function JobPage({ params, searchParams }: JobPageProps) {
  const { id } = await params;
  await requireStaff(`/jobs/${id}`);
  const job = (await getJob(id)) ?? notFound();
  const isAdmin = (await getStaff('admin')) !== null;
  return (
    <>
      <PageHeader
        as={Link}
        title={job.job}
        back={{ href: '/jobs', label: 'Jobs' }}
        actions={isAdmin && job.status === 'dead' && <RetryButton id={job.id} />}
      />
      <Notice done={textOf((await searchParams).done)} texts={JOB_NOTICES} />
      <JobCard job={job} withInput={isAdmin} />
    </>
  );
});
