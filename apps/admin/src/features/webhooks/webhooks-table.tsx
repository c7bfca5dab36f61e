import type { WebhookListItem } from '@repo/db/queries/webhook-events';
import { Moment } from '@repo/next/day';
import { NoMatch } from '@repo/next/no-match';
import { EmptyState } from '@repo/ui/empty-state';
import { Table } from '@repo/ui/table';
import { TextLink } from '@repo/ui/text-link';
import Link from 'next/link';
import { WebhookStatusBadge } from './webhook-status-badge.tsx';

interface WebhooksTableProps {
  events: readonly WebhookListItem[];
  isFiltered: boolean;
}

const NOTHING_YET = (
  <EmptyState title="Nothing was received yet">
    Each event that a sender has signed appears here, once.
  </EmptyState>
);
const NO_MATCH = (
  <NoMatch title="No event matches" all={{ href: '/webhooks', label: 'Show all events' }} />
);

/** What other systems sent: what it was, and what became of it. */
export function WebhooksTable({ events, isFiltered }: WebhooksTableProps) {
  return (
    <Table
      caption="Events"
      rows={events}
      rowKey={(event) => event.id}
      empty={isFiltered ? NO_MATCH : NOTHING_YET}
      columns={[
        {
          header: 'Event',
          cell: (event) => (
            <div className="grid justify-items-start gap-0.5 wrap-anywhere">
              <TextLink as={Link} href={`/webhooks/${event.id}`}>
                {event.type}
              </TextLink>
              <span className="font-mono text-[0.8125rem] font-normal text-muted-foreground">
                {event.eventId}
              </span>
            </div>
          ),
        },
        { header: 'Sender', cell: (event) => event.provider },
        { header: 'Status', cell: (event) => <WebhookStatusBadge status={event.status} /> },
        { header: 'Attempts', cell: (event) => event.attempts },
        { header: 'Last failure', cell: (event) => event.lastErrorCode ?? 'None' },
        { header: 'Received', cell: (event) => <Moment date={event.receivedAt} />, align: 'end' },
      ]}
    />
  );
}
