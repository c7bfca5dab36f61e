import { signUp } from '@repo/actions/account/actions';
import { signUpSchema } from '@repo/actions/account/schema';
import { constraintsOf } from '@repo/actions/constraints';
import { TextLink } from '@repo/ui/text-link';
import type { Metadata } from 'next';
import Link from 'next/link';
import { AccountPage } from '@/features/account/account-page.tsx';
import { AddressForm } from '@/features/account/address-form.tsx';

export const metadata: Metadata = { title: 'Create an account' };

export default function SignUpPage() {
  return (
    <AccountPage
      title="Create an account"
      description="For you, and a team of your own. We send you a link to go on with."
      footer={
        <>
          You have one already?{' '}
          <TextLink as={Link} href="/sign-in">
            Sign in
          </TextLink>
        </>
      }
    >
      <AddressForm
        action={signUp}
        constraints={constraintsOf(signUpSchema)}
        pendingText="Sending the link…"
      >
        Send the link
      </AddressForm>
    </AccountPage>
  );
}
