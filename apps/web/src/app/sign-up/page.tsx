import { signUpSchema } from '@repo/actions/account/schema';
import { constraintsOf } from '@repo/actions/constraints';
import { productName } from '@repo/next/product';
import { Brand } from '@repo/ui/brand';
import { CenteredPage } from '@repo/ui/centered-page';
import { TextLink } from '@repo/ui/text-link';
import type { Metadata } from 'next';
import Link from 'next/link';
import { SignUpForm } from '@/features/account/sign-up-form.tsx';

export const metadata: Metadata = { title: 'Create an account' };

export default function SignUpPage() {
  return (
    <CenteredPage
      brand={<Brand as={Link} name={productName} href="/" />}
      title="Create an account"
      description="For you, and a team of your own."
      footer={
        <>
          You have one already?{' '}
          <TextLink as={Link} href="/sign-in">
            Sign in
          </TextLink>
        </>
      }
    >
      <SignUpForm constraints={constraintsOf(signUpSchema)} />
    </CenteredPage>
  );
}
