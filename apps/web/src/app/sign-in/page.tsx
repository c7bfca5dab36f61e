import { signInSchema } from '@repo/actions/account/schema';
import { constraintsOf } from '@repo/actions/constraints';
import { Notice } from '@repo/next/notice';
import { productName } from '@repo/next/product';
import { textOf, type SearchParams } from '@repo/next/query';
import { Brand } from '@repo/ui/brand';
import { CenteredPage } from '@repo/ui/centered-page';
import { TextLink } from '@repo/ui/text-link';
import type { Metadata } from 'next';
import Link from 'next/link';
import { SignInForm } from '@repo/next/sign-in-form';

export const metadata: Metadata = { title: 'Sign in' };

const NOTICES = new Map([
  ['signed-out', 'You are signed out.'],
  ['password-changed', 'Your password is changed. Sign in with the new one.'],
]);

export default async function SignInPage({ searchParams }: { searchParams: SearchParams }) {
  const { next, done } = await searchParams;
  return (
    <CenteredPage
      brand={<Brand as={Link} name={productName} href="/" />}
      title="Sign in"
      description="Welcome back."
      footer={
        <div className="grid gap-1">
          <p>
            New here?{' '}
            <TextLink as={Link} href="/sign-up">
              Create an account
            </TextLink>
          </p>
          <p>
            <TextLink as={Link} href="/forgot-password">
              Forgot your password?
            </TextLink>
          </p>
        </div>
      }
    >
      <Notice done={textOf(done)} texts={NOTICES} />
      <SignInForm next={textOf(next) ?? '/o'} constraints={constraintsOf(signInSchema)} />
    </CenteredPage>
  );
}
