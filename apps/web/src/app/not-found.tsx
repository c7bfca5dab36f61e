import { ButtonLink } from '@repo/ui/button';
import { ErrorPage } from '@repo/ui/error-page';
import Link from 'next/link';

export default function NotFoundPage() {
  return (
    <ErrorPage
      code="404"
      title="There is no such page"
      actions={
        <ButtonLink as={Link} href="/">
          Go to the start page
        </ButtonLink>
      }
    >
      The address may be mistyped, or the page was taken down.
    </ErrorPage>
  );
}
