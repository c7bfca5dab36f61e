import { productName } from '@repo/next/product';
import { SignedInAs } from '@repo/next/signed-in-as';
import { ThemeForm } from '@repo/next/theme-form';
import { Brand } from '@repo/ui/brand';
import { Shell } from '@repo/ui/shell';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { getSession } from '@/session.ts';
import { NavLink } from './nav-link.tsx';

/** The frame of an org's pages. It shows, it does not guard: each page does. */
export async function OrgShell({ org, children }: { org: string; children: ReactNode }) {
  const session = await getSession();
  const membership = session?.memberships.find((one) => one.org.slug === org);
  const nav = [
    { href: `/o/${org}`, label: 'Overview' },
    { href: `/o/${org}/posts`, label: 'Posts' },
    { href: `/p/${org}`, label: 'Public page' },
  ];
  return (
    <Shell
      as={NavLink}
      brand={<Brand as={Link} name={membership?.org.name ?? productName} href={`/o/${org}`} />}
      nav={membership ? nav : []}
      user={session && <SignedInAs user={session.user} />}
      footer={<ThemeForm />}
    >
      {children}
    </Shell>
  );
}
