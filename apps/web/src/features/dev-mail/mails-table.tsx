import type { MailListItem } from '@repo/db/queries/mails';
import { Moment } from '@repo/next/day';
import { EmptyState } from '@repo/ui/empty-state';
import { Table } from '@repo/ui/table';
import { TextLink } from '@repo/ui/text-link';
import Link from 'next/link';

const NOTHING = (
  <EmptyState title="No mails yet">Sign up, or ask for a new password, to see one.</EmptyState>
);

export function MailsTable({ mails }: { mails: readonly MailListItem[] }) {
  return (
    <Table
      caption="Mails"
      rows={mails}
      rowKey={({ id }) => id}
      empty={NOTHING}
      columns={[
        {
          header: 'Subject',
          cell: ({ id, subject }) => (
            <TextLink as={Link} href={`/dev/mail/${id}`}>
              {subject}
            </TextLink>
          ),
        },
        { header: 'To', cell: ({ recipient }) => recipient },
        { header: 'Status', cell: ({ status }) => status },
        { header: 'Written', cell: ({ createdAt }) => <Moment date={createdAt} />, align: 'end' },
      ]}
    />
  );
}
