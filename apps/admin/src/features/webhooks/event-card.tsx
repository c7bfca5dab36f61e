import type { WebhookListItem } from '@repo/db/queries/webhook-events';
import { Moment } from '@repo/next/day';
import { Card } from '@repo/ui/card';
import { DescriptionList } from '@repo/ui/description-list';
import { WebhookStatusBadge } from './webhook-status-badge.tsx';

const MEANS = {
  received: 'Kept, and waits for a worker to apply it.',
  applied: 'It has had its effect, once.',
  failed: 'Given up. It waits for somebody to replay it.',
  recorded: 'Kept for people to look at: nothing is done about events of this type.',
};

/** What is known of an event, without what was sent. */
export function EventCard({ event }: { event: WebhookListItem }) {
  const { status, lastAttemptAt } = event;
  const items = [
    {
      term: 'Status',
      details: (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <WebhookStatusBadge status={status} />
          {MEANS[status]}
        </div>
      ),
    },
    { term: 'Sender', details: event.provider },
    { term: 'Id at the sender', details: <code className="font-mono">{event.eventId}</code> },
    { term: 'Id here', details: <code className="font-mono">{event.id}</code> },
    { term: 'Received', details: <Moment date={event.receivedAt} /> },
    { term: 'Attempts', details: event.attempts },
    { term: 'Last attempt', details: lastAttemptAt ? <Moment date={lastAttemptAt} /> : 'None' },
    { term: 'Last failure', details: event.lastErrorCode ?? 'None' },
  ];
  return (
    <Card>
      <DescriptionList items={items} className="wrap-anywhere" />
    </Card>
  );
}
