import { Brand } from '@repo/ui/brand';
import { ButtonLink } from '@repo/ui/button';
import { CenteredPage } from '@repo/ui/centered-page';
import type { Metadata } from 'next';
import Link from 'next/link';

export const metadata: Metadata = { title: 'Signed in' };

export default function SignedInPage() {
  return (
    <CenteredPage
      brand={<Brand as={Link} name="Perimeter" href="/" />}
      title="You are signed in again"
      description="Close this tab, go back to the one you were writing in, and submit once more. Your text is still there."
    >
      <ButtonLink as={Link} href="/o">
        Go to your posts instead
      </ButtonLink>
    </CenteredPage>
  );
}
