import { finishSignUpSchema } from '@repo/actions/account/schema';
import { constraintsOf } from '@repo/actions/constraints';
import { readEmailToken } from '@repo/auth/email-token';
import { textOf, type SearchParams } from '@repo/next/query';
import { TextLink } from '@repo/ui/text-link';
import type { Metadata } from 'next';
import Link from 'next/link';
import { AccountPage, Address } from '@/features/account/account-page.tsx';
import { FinishSignUpForm } from '@/features/account/finish-sign-up-form.tsx';
import { LinkOver } from '@/features/account/link-over.tsx';

export const metadata: Metadata = { title: 'Create your account', robots: 'noindex' };

/** Where the link of a mail leads. It only looks: programs that check mails open every link. */
export default async function FinishSignUpPage({ searchParams }: { searchParams: SearchParams }) {
  const token = textOf((await searchParams).token) ?? '';
  const email = await readEmailToken('sign-up', token);
  if (!email) return <LinkOver again="/sign-up" />;
  return (
    <AccountPage
      title="Create your account"
      description={
        <>
          For <Address>{email}</Address>.
        </>
      }
      footer={
        <TextLink as={Link} href="/sign-in">
          Sign in instead
        </TextLink>
      }
    >
      <FinishSignUpForm
        token={token}
        email={email}
        constraints={constraintsOf(finishSignUpSchema)}
      />
    </AccountPage>
  );
}
