import { Moment } from '@repo/next/day';
import { withQuery } from '@repo/next/query';
import { Badge } from '@repo/ui/badge';
import { Table } from '@repo/ui/table';
import { TextLink } from '@repo/ui/text-link';
import Link from 'next/link';
import { stateOf, type Sender } from './senders.ts';

const BADGES = {
  failing: <Badge tone="danger">Failing</Badge>,
  late: <Badge tone="warning">Late</Badge>,
  fine: <Badge tone="success">Fine</Badge>,
  silent: <Badge>Silent</Badge>,
};

/** How each sender does, at a glance; counts lead to their events. */
export function HealthTable({ senders }: { senders: readonly Sender[] }) {
  return (
    <Table
      caption="Senders"
      rows={senders}
      rowKey={({ provider }) => provider}
      columns={[
        { header: 'Sender', cell: ({ provider }) => provider },
        { header: 'Health', cell: (sender) => BADGES[stateOf(sender)] },
        { header: 'In 24 hours', cell: ({ lastDay }) => lastDay, className: 'tabular-nums' },
        {
          header: 'Failed',
          cell: ({ provider, failed }) => (
            <EventsLink provider={provider} status="failed" count={failed} />
          ),
          className: 'tabular-nums',
        },
        {
          header: 'Waiting',
          cell: ({ provider, waiting, waitingSince }) => (
            <>
              <EventsLink provider={provider} status="received" count={waiting} />
              {waitingSince && (
                <span className="block text-[0.8125rem] text-muted-foreground">
                  since <Moment date={waitingSince} />
                </span>
              )}
            </>
          ),
          className: 'tabular-nums',
        },
        {
          header: 'Last received',
          cell: ({ lastReceivedAt }) =>
            lastReceivedAt ? <Moment date={lastReceivedAt} /> : 'Never',
          align: 'end',
        },
      ]}
    />
  );
}

interface EventsLinkProps {
  provider: string;
  status: 'failed' | 'received';
  count: number;
}

/** A count that leads to what was counted. */
function EventsLink({ provider, status, count }: EventsLinkProps) {
  if (count === 0) return 0;
  const what = status === 'failed' ? 'failed' : 'waiting';
  return (
    <TextLink as={Link} href={withQuery('/webhooks', { provider, status })}>
      {count}
      <span className="sr-only">
        {' '}
        {what} events of {provider}
      </span>
    </TextLink>
  );
}
