import { redact } from '@repo/actions/redact';
import type { JobItem } from '@repo/db/queries/jobs';
import { Moment } from '@repo/next/day';
import { Card } from '@repo/ui/card';
import { DescriptionList } from '@repo/ui/description-list';
import { JobStatusBadge } from './job-status-badge.tsx';

/** What is known of a job. Its input is shown without what is secret by its name. */
export function JobCard({ job, withInput }: { job: JobItem; withInput: boolean }) {
  const items = [
    { term: 'Status', details: <JobStatusBadge status={job.status} /> },
    { term: 'Attempts', details: `${job.attempts} of ${job.maxAttempts}` },
    { term: 'Last failure', details: job.code ?? 'None' },
    { term: 'Id in the log', details: <code className="font-mono">{job.id}</code> },
    { term: 'Created', details: <Moment date={job.createdAt} /> },
    job.endedAt
      ? { term: 'Ended', details: <Moment date={job.endedAt} /> }
      : { term: 'Not before', details: <Moment date={job.runAfter} /> },
    {
      term: 'Input',
      details: withInput ? (
        <code className="font-mono whitespace-pre-wrap">
          {JSON.stringify(redact(job.input), null, 2)}
        </code>
      ) : (
        'Shown to admins'
      ),
    },
  ];
  return (
    <Card>
      <DescriptionList items={items} className="wrap-anywhere" />
    </Card>
  );
}
