'use client';

import { disableUser, enableUser } from '@repo/actions/moderation/actions';
import { ActionButton } from '@repo/next/action-button';

export function DisableButton({ id }: { id: string }) {
  return (
    <ActionButton action={disableUser} fields={{ id }} variant="danger" pendingText="Disabling…">
      Disable the account
    </ActionButton>
  );
}

export function EnableButton({ id }: { id: string }) {
  return (
    <ActionButton action={enableUser} fields={{ id }} variant="secondary" pendingText="Enabling…">
      Enable the account
    </ActionButton>
  );
}
