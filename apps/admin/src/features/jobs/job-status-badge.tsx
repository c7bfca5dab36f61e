import type { JobStatus } from '@repo/db/queries/jobs';
import { Badge } from '@repo/ui/badge';

export function JobStatusBadge({ status }: { status: JobStatus }) {
  if (status === 'dead') return <Badge tone="danger">Dead</Badge>;
  if (status === 'done') return <Badge tone="success">Done</Badge>;
  return <Badge>{status === 'running' ? 'Running' : 'Waiting'}</Badge>;
}
