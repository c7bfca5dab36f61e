import { ButtonLink } from '@repo/ui/button';
import { CenteredPage } from '@repo/ui/centered-page';
import Link from 'next/link';
import type { ReactNode } from 'react';

interface SignedInAgainProps {
  brand: ReactNode;
  /** Where to go for those who have no other tab. */
  home: { href: string; label: string };
}

/** Where signing in from a second tab ends, after a session ended while somebody wrote in the first. */
export function SignedInAgain({ brand, home }: SignedInAgainProps) {
  return (
    <CenteredPage
      brand={brand}
      title="You are signed in again"
      description="Close this tab, go back to the one you were working in, and submit once more. What you typed is still there."
    >
      <ButtonLink as={Link} href={home.href}>
        {home.label}
      </ButtonLink>
    </CenteredPage>
  );
}
