import { signInSchema } from '@repo/actions/account/schema';
import { constraintsOf } from '@repo/actions/constraints';
import { productName } from '@repo/next/product';
import { textOf, type SearchParams } from '@repo/next/query';
import { SignInForm } from '@repo/next/sign-in-form';
import { Alert } from '@repo/ui/alert';
import { Brand } from '@repo/ui/brand';
import { CenteredPage } from '@repo/ui/centered-page';
import type { Metadata } from 'next';
import Link from 'next/link';

export const metadata: Metadata = { title: 'Sign in' };

export default async function SignInPage({ searchParams }: { searchParams: SearchParams }) {
  const { next, done } = await searchParams;
  return (
    <CenteredPage
      brand={<Brand as={Link} name={productName} suffix="Admin" href="/" />}
      title="Sign in"
      description="The back office, for staff only."
      footer="Forgot your password? The sign-in of the product leads to a new one."
    >
      {textOf(done) === 'signed-out' && (
        <Alert tone="success" className="mb-5">
          You are signed out.
        </Alert>
      )}
      <SignInForm next={textOf(next) ?? '/'} constraints={constraintsOf(signInSchema)} />
    </CenteredPage>
  );
}
