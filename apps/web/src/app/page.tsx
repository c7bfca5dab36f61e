import { ButtonLink } from '@repo/ui/button';
import { PageHeader } from '@repo/ui/page-header';
import Link from 'next/link';
import { PublicShell } from '@/shell/public-shell.tsx';

export default function LandingPage() {
  return (
    <PublicShell>
      <PageHeader
        title="Write together. Publish when it is ready."
        description="A small publishing product for teams, built to show the Perimeter starter kit at work."
        actions={
          <ButtonLink as={Link} href="/sign-up" variant="primary">
            Create an account
          </ButtonLink>
        }
      />
    </PublicShell>
  );
}
