import type { OutcomeFigure } from '@repo/db/queries/figures';
import { Badge } from '@repo/ui/badge';
import { Table } from '@repo/ui/table';
import type { ReactNode } from 'react';
import { CallsLink } from './calls-link.tsx';
import { busiest, figuresOf } from './figures.ts';
import type { AppLock } from './locks.ts';
import { guardsOf, limitsOf } from './policy.ts';
import { WeekCell } from './week-cell.tsx';

interface ActionsTableProps {
  lock: AppLock;
  counted: readonly OutcomeFigure[];
  /** When the 7 days began. */
  since: Date;
}

/** The Server Actions that an app exposes: who may call each, how often, and what became of the calls. */
export function ActionsTable({ lock: { app, actions }, counted, since }: ActionsTableProps) {
  const rows = actions.map((action) => ({
    ...action,
    figures: figuresOf(counted, { app, action: action.id }),
  }));
  const of = busiest(rows.map(({ figures }) => figures));
  return (
    <Table
      caption={`Server Actions of ${app}`}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          header: 'Action',
          cell: ({ id, file }) => (
            <Lines>
              <CallsLink app={app} action={id}>
                {id}
              </CallsLink>
              <Small>{file.replace('packages/actions/src/', '')}</Small>
            </Lines>
          ),
          className: '@2xl:w-[24%]',
        },
        {
          header: 'Who may call',
          cell: ({ access }) => (
            <code className="font-mono text-[0.8125rem] wrap-anywhere">{access}</code>
          ),
          className: '@2xl:w-[22%]',
        },
        {
          header: 'Limit, guards',
          cell: (action) => (
            <Lines>
              {limitsOf(action).map((limit) => (
                <span key={limit}>{limit}</span>
              ))}
              <span className="mt-0.5 flex flex-wrap gap-1 empty:hidden">
                {guardsOf(action).map((guard) => (
                  <Badge key={guard}>{guard}</Badge>
                ))}
              </span>
            </Lines>
          ),
        },
        {
          header: '24 hours',
          cell: ({ figures: { done, refused } }) => (
            <Lines>
              <span>{done.day} done</span>
              <Small>{refused.day} refused</Small>
            </Lines>
          ),
          className: 'tabular-nums @2xl:w-[12%]',
        },
        {
          header: '7 days',
          cell: ({ id, figures }) => (
            <WeekCell app={app} action={id} figures={figures} of={of} since={since} />
          ),
          className: '@2xl:w-[22%]',
        },
      ]}
    />
  );
}

function Lines({ children }: { children: ReactNode }) {
  return <div className="grid justify-items-start gap-0.5 wrap-break-word">{children}</div>;
}

function Small({ children }: { children: ReactNode }) {
  return <span className="text-[0.8125rem] font-normal text-muted-foreground">{children}</span>;
}
