import { requestPasswordReset } from '@repo/actions/account/actions';
import { requestPasswordResetSchema } from '@repo/actions/account/schema';
import { constraintsOf } from '@repo/actions/constraints';
import { TextLink } from '@repo/ui/text-link';
import type { Metadata } from 'next';
import Link from 'next/link';
import { AccountPage } from '@/features/account/account-page.tsx';
import { AddressForm } from '@/features/account/address-form.tsx';

export const metadata: Metadata = { title: 'Forgot your password?' };

export default function ForgotPasswordPage() {
  return (
    <AccountPage
      title="Forgot your password?"
      description="We send you a link by which you choose a new one."
      footer={
        <TextLink as={Link} href="/sign-in">
          Back to sign in
        </TextLink>
      }
    >
      <AddressForm
        action={requestPasswordReset}
        constraints={constraintsOf(requestPasswordResetSchema)}
        pendingText="Sending the link…"
      >
        Send the link
      </AddressForm>
    </AccountPage>
  );
}
