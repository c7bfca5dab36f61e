'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ComponentPropsWithoutRef } from 'react';

/** A link of the navigation that knows whether it leads to the page one is on, or to one above it. */
export function NavLink({ href, ...props }: ComponentPropsWithoutRef<'a'> & { href: string }) {
  const path = usePathname();
  const depth = href.split('/').length;
  const current = path === href || (depth > 3 && path.startsWith(`${href}/`));
  return <Link href={href} {...props} aria-current={current ? 'page' : undefined} />;
}
