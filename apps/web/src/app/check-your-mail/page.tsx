import { oneOf, type SearchParams } from '@repo/next/query';
import { Alert } from '@repo/ui/alert';
import { TextLink } from '@repo/ui/text-link';
import type { Metadata } from 'next';
import Link from 'next/link';
import { AccountPage } from '@/features/account/account-page.tsx';

export const metadata: Metadata = { title: 'Check your mail' };

const ABOUT = {
  'sign-up': { text: 'how to go on with your account', again: '/sign-up' },
  reset: { text: 'how to choose a new password', again: '/forgot-password' },
};

/** The same for every address: what there is to know is in the mail. */
export default async function CheckYourMailPage({ searchParams }: { searchParams: SearchParams }) {
  const { text, again } = ABOUT[oneOf((await searchParams).for, ['sign-up', 'reset']) ?? 'sign-up'];
  return (
    <AccountPage
      title="Check your mail"
      description={`We have sent you a mail. It says ${text}.`}
      footer={
        <>
          Nothing after some minutes? Look where unwanted mail goes, or{' '}
          <TextLink as={Link} href={again}>
            try again
          </TextLink>
          .
        </>
      }
    >
      {process.env.NODE_ENV === 'development' ? (
        <Alert>
          In development it is not sent, unless SMTP_URL is set: read it at{' '}
          <TextLink as={Link} href="/dev/mail">
            /dev/mail
          </TextLink>
          .
        </Alert>
      ) : (
        <p>You can close this page: the link in the mail leads on.</p>
      )}
    </AccountPage>
  );
}
