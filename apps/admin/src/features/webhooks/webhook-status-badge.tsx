import type { WebhookStatus } from '@repo/db/queries/webhook-events';
import { Badge } from '@repo/ui/badge';

/** What became of an event. */
export function WebhookStatusBadge({ status }: { status: WebhookStatus }) {
  if (status === 'failed') return <Badge tone="danger">Failed</Badge>;
  if (status === 'applied') return <Badge tone="success">Applied</Badge>;
  return <Badge>{status === 'received' ? 'Waiting' : 'Recorded'}</Badge>;
}
