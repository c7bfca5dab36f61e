import { productName } from '@repo/next/product';
import { Brand } from '@repo/ui/brand';
import { ButtonLink } from '@repo/ui/button';
import { Shell } from '@repo/ui/shell';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { getSession } from '@/session.ts';
import { ThemeForm } from '@repo/next/theme-form';

/** The frame of pages that anyone may read. */
export async function PublicShell({ children }: { children: ReactNode }) {
  const session = await getSession();
  return (
    <Shell
      layout="bar"
      as={Link}
      brand={<Brand as={Link} name={productName} href="/" />}
      user={
        <ButtonLink as={Link} href={session ? '/o' : '/sign-in'} size="sm">
          {session ? 'Your posts' : 'Sign in'}
        </ButtonLink>
      }
      footer={
        <div className="flex flex-wrap items-center justify-between gap-4">
          <p>{productName}</p>
          <ThemeForm />
        </div>
      }
    >
      {children}
    </Shell>
  );
}
