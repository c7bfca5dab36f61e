'use client';

import { Button } from '@repo/ui/button';
import { ErrorPage } from '@repo/ui/error-page';

interface ErrorBoundaryProps {
  error: Error & { digest?: string };
  reset: () => void;
}

/** What an app's `error.tsx` shows. */
export function ErrorBoundary({ error, reset }: ErrorBoundaryProps) {
  return (
    <ErrorPage
      code="500"
      title="Something went wrong"
      errorId={error.digest}
      actions={<Button onClick={reset}>Try again</Button>}
    >
      It is our fault, and it is in our log. Trying again often helps.
    </ErrorPage>
  );
}
