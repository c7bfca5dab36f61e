'use client';

import { replayWebhookEvent } from '@repo/actions/webhooks/actions';
import { ActionButton } from '@repo/next/action-button';

export function ReplayButton({ id }: { id: string }) {
  return (
    <ActionButton
      action={replayWebhookEvent}
      fields={{ id }}
      variant="primary"
      pendingText="Replaying…"
    >
      Replay
    </ActionButton>
  );
}
