import { signInSchema } from '@repo/actions/account/schema';
import { constraintsOf } from '@repo/actions/constraints';
import { productName } from '@repo/next/product';
import { textOf, type SearchParams } from '@repo/next/query';
import { Alert } from '@repo/ui/alert';
import { Brand } from '@repo/ui/brand';
import { CenteredPage } from '@repo/ui/centered-page';
import { TextLink } from '@repo/ui/text-link';
import type { Metadata } from 'next';
import Link from 'next/link';
import { SignInForm } from '@repo/next/sign-in-form';

export const metadata: Metadata = { title: 'Sign in' };

export default async function SignInPage({ searchParams }: { searchParams: SearchParams }) {
  const { next, done } = await searchParams;
  return (
    <CenteredPage
      brand={<Brand as={Link} name={productName} href="/" />}
      title="Sign in"
      description="Welcome back."
      footer={
        <>
          New here?{' '}
          <TextLink as={Link} href="/sign-up">
            Create an account
          </TextLink>
        </>
      }
    >
      {textOf(done) === 'signed-out' && <Alert tone="success">You are signed out.</Alert>}
      <SignInForm next={textOf(next) ?? '/o'} constraints={constraintsOf(signInSchema)} />
    </CenteredPage>
  );
}
