import type { MembershipItem, UserListItem } from '@repo/db/queries/users';
import { Moment } from '@repo/next/day';
import { withQuery } from '@repo/next/query';
import { Card } from '@repo/ui/card';
import { DescriptionList } from '@repo/ui/description-list';
import { TextLink } from '@repo/ui/text-link';
import Link from 'next/link';
import { staffRoleName } from './staff-role-name.ts';
import { UserStatusBadge } from './user-status-badge.tsx';

interface UserCardProps {
  user: UserListItem;
  memberships: readonly MembershipItem[];
}

/** All that staff may know of a person. */
export function UserCard({ user, memberships }: UserCardProps) {
  const teams = memberships.map(({ org, role }) => `${org} (${role})`).join(', ');
  const items = [
    { term: 'Status', details: <UserStatusBadge user={user} /> },
    { term: 'Email', details: user.email },
    { term: 'Staff', details: staffRoleName(user.staffRole) },
    { term: 'Teams', details: teams || 'None' },
    { term: 'Joined', details: <Moment date={user.createdAt} /> },
    ...(user.disabledAt ? [{ term: 'Disabled', details: <Moment date={user.disabledAt} /> }] : []),
  ];
  return (
    <Card
      footer={
        <TextLink as={Link} href={withQuery('/audit', { actor: user.email })}>
          See what this person did
        </TextLink>
      }
    >
      <DescriptionList items={items} className="wrap-anywhere" />
    </Card>
  );
}
