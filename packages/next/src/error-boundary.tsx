'use client';

import { Button } from '@repo/ui/button';
import { ErrorPage } from '@repo/ui/error-page';
import { unstable_isUnrecognizedActionError } from 'next/navigation';

interface ErrorBoundaryProps {
  error: Error & { digest?: string };
  reset: () => void;
}

/** What an app's `error.tsx` shows. */
export function ErrorBoundary({ error, reset }: ErrorBoundaryProps) {
  if (isStale(error))
    return (
      <ErrorPage
        title="The site was updated"
        actions={<Button onClick={() => location.reload()}>Reload the page</Button>}
      >
        This page is from before that, and what you did last was not saved. Reload it and do it once
        more.
      </ErrorPage>
    );
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

/** A form without the hook, on a page that is older than the server. The type of the other branch is kept. */
function isStale(error: unknown): boolean {
  return unstable_isUnrecognizedActionError(error);
}
