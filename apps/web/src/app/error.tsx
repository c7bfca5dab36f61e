'use client';

import { Button } from '@repo/ui/button';
import { ErrorPage } from '@repo/ui/error-page';

interface ErrorProps {
  error: Error & { digest?: string };
  reset: () => void;
}

export default function ErrorBoundary({ error, reset }: ErrorProps) {
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
