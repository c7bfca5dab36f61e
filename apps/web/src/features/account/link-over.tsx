import { ButtonLink } from '@repo/ui/button';
import Link from 'next/link';
import { AccountPage } from './account-page.tsx';

/** What a link of a mail leads to that is no good any more. */
export function LinkOver({ again }: { again: string }) {
  return (
    <AccountPage
      title="This link is over"
      description="It was used before, it is too old, or a newer one was sent after it."
    >
      <ButtonLink as={Link} href={again}>
        Ask for a new one
      </ButtonLink>
    </AccountPage>
  );
}
