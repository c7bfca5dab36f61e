'use client';

import { retryJob } from '@repo/actions/jobs/actions';
import { ActionButton } from '@repo/next/action-button';

export function RetryButton({ id }: { id: string }) {
  return (
    <ActionButton action={retryJob} fields={{ id }} variant="primary" pendingText="Retrying…">
      Retry
    </ActionButton>
  );
}
