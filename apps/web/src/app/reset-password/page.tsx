import { resetPasswordSchema } from '@repo/actions/account/schema';
import { constraintsOf } from '@repo/actions/constraints';
import { readEmailToken } from '@repo/auth/email-token';
import { textOf, type SearchParams } from '@repo/next/query';
import { TextLink } from '@repo/ui/text-link';
import type { Metadata } from 'next';
import Link from 'next/link';
import { AccountPage, Address } from '@/features/account/account-page.tsx';
import { LinkOver } from '@/features/account/link-over.tsx';
import { ResetPasswordForm } from '@/features/account/reset-password-form.tsx';

export const metadata: Metadata = { title: 'Choose a new password', robots: 'noindex' };

/** Where the link of a mail leads. It only looks: programs that check mails open every link. */
export default async function ResetPasswordPage({ searchParams }: { searchParams: SearchParams }) {
  const token = textOf((await searchParams).token) ?? '';
  const email = await readEmailToken('reset', token);
  if (!email) return <LinkOver again="/forgot-password" />;
  return (
    <AccountPage
      title="Choose a new password"
      description={
        <>
          For <Address>{email}</Address>. Whoever is signed in to the account is signed out.
        </>
      }
      footer={
        <TextLink as={Link} href="/forgot-password">
          Ask for a new link
        </TextLink>
      }
    >
      <ResetPasswordForm
        token={token}
        email={email}
        constraints={constraintsOf(resetPasswordSchema)}
      />
    </AccountPage>
  );
}
