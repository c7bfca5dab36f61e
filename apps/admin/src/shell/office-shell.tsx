import { productName } from '@repo/next/product';
import { SignedInAs } from '@repo/next/signed-in-as';
import { ThemeForm } from '@repo/next/theme-form';
import { Brand } from '@repo/ui/brand';
import {
  IconClock,
  IconDocument,
  IconHome,
  IconInbox,
  IconList,
  IconShield,
  IconUsers,
} from '@repo/ui/icons';
import { Shell } from '@repo/ui/shell';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { getStaff } from '@/staff-visit.ts';
import { NavLink } from './nav-link.tsx';

const NAV = [
  { href: '/', label: 'Overview', icon: IconHome },
  { href: '/users', label: 'People', icon: IconUsers },
  { href: '/posts', label: 'Posts', icon: IconDocument },
  { href: '/webhooks', label: 'Webhooks', icon: IconInbox },
  { href: '/jobs', label: 'Jobs', icon: IconClock },
  { href: '/audit', label: 'Audit log', icon: IconList },
  { href: '/perimeter', label: 'Perimeter', icon: IconShield },
];

/** The frame of the back office, for staff only. It shows, it does not guard: each page does. */
export async function OfficeShell({ children }: { children: ReactNode }) {
  const session = await getStaff();
  if (!session) return children;
  return (
    <Shell
      as={NavLink}
      brand={<Brand as={Link} name={productName} suffix="Admin" href="/" />}
      nav={NAV}
      user={<SignedInAs user={session.user} />}
      footer={<ThemeForm />}
    >
      {children}
    </Shell>
  );
}
