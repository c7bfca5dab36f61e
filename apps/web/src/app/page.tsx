import { ButtonLink } from '@repo/ui/button';
import Link from 'next/link';
import { Promises } from '@/features/landing/promises.tsx';
import { PublicShell } from '@/shell/public-shell.tsx';

export default function LandingPage() {
  return (
    <PublicShell>
      <div className="grid items-center gap-10 py-8 lg:grid-cols-[1fr_1.1fr] lg:gap-16 lg:py-16">
        <div>
          <h1 className="text-4xl font-semibold tracking-[-0.03em] text-balance sm:text-5xl">
            Write together. Publish when it is ready.
          </h1>
          <p className="mt-5 max-w-xl text-lg text-pretty text-muted-foreground">
            A small publishing product for teams: real accounts, real posts, and every mutation
            declared, guarded and listed.
          </p>
          <div className="mt-8 flex flex-wrap gap-3">
            <ButtonLink as={Link} href="/sign-up" variant="primary" size="lg">
              Create an account
            </ButtonLink>
            <ButtonLink as={Link} href="/sign-in" size="lg">
              Sign in
            </ButtonLink>
          </div>
        </div>
        <Promises />
      </div>
    </PublicShell>
  );
}
