import { Table } from '@repo/ui/table';
import { CallsLink } from './calls-link.tsx';
import type { AppLock } from './locks.ts';

/** The route handlers of an app that accept writes, and the actions that they run. */
export function HandlersTable({ lock: { app, handlers } }: { lock: AppLock }) {
  return (
    <Table
      caption={`Route handlers of ${app} that accept writes`}
      rows={handlers}
      rowKey={({ path, methods }) => `${methods.join()} ${path}`}
      empty={
        <p className="px-5 pb-5 text-muted-foreground sm:px-6">None: all writes are actions.</p>
      }
      columns={[
        {
          header: 'Path',
          cell: ({ path }) => (
            <code className="font-mono text-[0.8125rem] wrap-anywhere">{path}</code>
          ),
        },
        { header: 'Methods', cell: ({ methods }) => methods.join(', ') },
        {
          header: 'Runs',
          cell: ({ action, webhook }) => {
            if (webhook) return `Takes what ${webhook.provider} signs (${webhook.verify})`;
            if (!action) return 'No action: it guards itself';
            return (
              <CallsLink app={app} action={action}>
                {action}
              </CallsLink>
            );
          },
        },
      ]}
    />
  );
}
