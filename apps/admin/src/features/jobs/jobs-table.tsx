import type { JobItem } from '@repo/db/queries/jobs';
import { Moment } from '@repo/next/day';
import { EmptyState } from '@repo/ui/empty-state';
import { Table } from '@repo/ui/table';
import { TextLink } from '@repo/ui/text-link';
import Link from 'next/link';
import { JobStatusBadge } from './job-status-badge.tsx';

const NOTHING = (
  <EmptyState title="No such jobs">Nothing waits, and nothing needs your attention.</EmptyState>
);

export function JobsTable({ jobs }: { jobs: readonly JobItem[] }) {
  return (
    <Table
      caption="Jobs"
      rows={jobs}
      rowKey={(job) => job.id}
      empty={NOTHING}
      columns={[
        {
          header: 'Job',
          cell: (job) => (
            <TextLink as={Link} href={`/jobs/${job.id}`}>
              {job.job}
            </TextLink>
          ),
        },
        { header: 'Status', cell: (job) => <JobStatusBadge status={job.status} /> },
        { header: 'Attempts', cell: (job) => `${job.attempts} of ${job.maxAttempts}` },
        { header: 'Last failure', cell: (job) => job.code ?? 'None' },
        { header: 'Created', cell: (job) => <Moment date={job.createdAt} />, align: 'end' },
      ]}
    />
  );
}
