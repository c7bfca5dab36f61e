import { SignOutForm } from '@repo/next/sign-out-form';
import { ButtonLink } from '@repo/ui/button';
import { ErrorPage } from '@repo/ui/error-page';
import Link from 'next/link';
import { getSession } from '@/session.ts';
import { getStaff } from '@/staff-visit.ts';

/** "Not found", also for people who are signed in and not staff: they learn nothing, and can sign out. */
export async function MissingPage() {
  const session = await getSession();
  const isStaff = (await getStaff()) !== null;
  return (
    <ErrorPage
      code="404"
      title="There is no such page"
      actions={
        session && !isStaff ? (
          <SignOutForm />
        ) : (
          <ButtonLink as={Link} href={isStaff ? '/' : '/sign-in'}>
            {isStaff ? 'Go to the overview' : 'Sign in'}
          </ButtonLink>
        )
      }
    >
      {session && !isStaff
        ? `You are signed in as ${session.user.email}. Is that the right account?`
        : 'The address may be mistyped, or what was here is gone.'}
    </ErrorPage>
  );
}
