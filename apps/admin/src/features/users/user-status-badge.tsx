import type { UserListItem } from '@repo/db/queries/users';
import { Badge } from '@repo/ui/badge';

/** Whether somebody may sign in. */
export function UserStatusBadge({ user }: { user: Pick<UserListItem, 'disabledAt'> }) {
  return user.disabledAt ? (
    <Badge tone="danger">Disabled</Badge>
  ) : (
    <Badge tone="success">Active</Badge>
  );
}
