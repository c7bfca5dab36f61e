import type { AuditListItem } from '@repo/db/queries/audit';
import { Moment } from '@repo/next/day';
import { EmptyState } from '@repo/ui/empty-state';
import { Table } from '@repo/ui/table';
import type { ReactNode } from 'react';
import { OutcomeBadge } from './outcome-badge.tsx';
import { SubjectLink } from './subject-link.tsx';

interface AuditTableProps {
  events: readonly AuditListItem[];
  empty?: ReactNode;
}

const NOTHING_YET = (
  <EmptyState title="Nothing was done yet">
    Each call of an action appears here, done or refused.
  </EmptyState>
);

/** Calls of actions: when, who, what, and how it ended. */
export function AuditTable({ events, empty = NOTHING_YET }: AuditTableProps) {
  return (
    <Table
      caption="Audit events"
      rows={events}
      rowKey={(event) => event.id}
      empty={empty}
      columns={[
        { header: 'When', cell: (event) => <Moment date={event.at} /> },
        {
          header: 'Who',
          cell: (event) => <TwoLines first={event.actor ?? 'Anonymous'} second={event.app} />,
        },
        {
          header: 'What',
          cell: (event) => <TwoLines first={event.action} second={<SubjectLink event={event} />} />,
        },
        {
          header: 'Outcome',
          cell: (event) => (
            <TwoLines
              first={<OutcomeBadge outcome={event.outcome} />}
              second={event.errorId && <code className="font-mono">{event.errorId}</code>}
            />
          ),
        },
      ]}
    />
  );
}

function TwoLines({ first, second }: { first: ReactNode; second: ReactNode }) {
  return (
    <div className="grid gap-0.5 wrap-anywhere">
      <div>{first}</div>
      {second && <div className="text-[0.8125rem] text-muted-foreground">{second}</div>}
    </div>
  );
}
