'use client';

import { hidePost, restorePost } from '@repo/actions/moderation/actions';
import { unpublishPost } from '@repo/actions/posts/shared/actions';
import { ActionButton } from '@repo/next/action-button';

export function HideButton({ id }: { id: string }) {
  return (
    <ActionButton action={hidePost} fields={{ id }} variant="danger" pendingText="Hiding…">
      Hide
    </ActionButton>
  );
}

export function RestoreButton({ id }: { id: string }) {
  return (
    <ActionButton action={restorePost} fields={{ id }} variant="primary" pendingText="Restoring…">
      Restore
    </ActionButton>
  );
}

export function UnpublishButton({ id }: { id: string }) {
  return (
    <ActionButton
      action={unpublishPost.bind(null, { id })}
      variant="secondary"
      pendingText="Unpublishing…"
    >
      Unpublish
    </ActionButton>
  );
}
