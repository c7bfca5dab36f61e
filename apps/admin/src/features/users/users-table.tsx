import type { UserListItem } from '@repo/db/queries/users';
import { Day } from '@repo/next/day';
import { NoMatch } from '@repo/next/no-match';
import { Table } from '@repo/ui/table';
import { TextLink } from '@repo/ui/text-link';
import Link from 'next/link';
import { staffRoleName } from './staff-role-name.ts';
import { UserStatusBadge } from './user-status-badge.tsx';

export function UsersTable({ users }: { users: readonly UserListItem[] }) {
  return (
    <Table
      caption="People"
      rows={users}
      rowKey={(user) => user.id}
      empty={<NoMatch title="Nobody matches" all={{ href: '/users', label: 'Show all people' }} />}
      columns={[
        {
          header: 'Name',
          cell: (user) => (
            <TextLink as={Link} href={`/users/${user.id}`}>
              {user.name}
            </TextLink>
          ),
        },
        { header: 'Email', cell: (user) => user.email, className: 'wrap-anywhere' },
        { header: 'Status', cell: (user) => <UserStatusBadge user={user} /> },
        { header: 'Staff', cell: (user) => staffRoleName(user.staffRole) },
        { header: 'Joined', cell: (user) => <Day date={user.createdAt} />, align: 'end' },
      ]}
    />
  );
}
