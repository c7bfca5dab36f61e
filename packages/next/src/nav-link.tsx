'use client';

import Link, { useLinkStatus } from 'next/link';
import { usePathname } from 'next/navigation';
import type { ComponentPropsWithoutRef, ReactNode } from 'react';

/** A link of an app's navigation: for the `as` of `Shell`. */
export type NavLinkProps = ComponentPropsWithoutRef<'a'> & { href: string };

/**
 * Makes links that know whether they lead to the page one is on, or to one above it. Call it in a client file.
 *
 * @param home the address that all pages are below: current on its own page only
 */
export function createNavLink(home: RegExp) {
  return function NavLink({ href, children, ...props }: NavLinkProps) {
    const path = usePathname();
    const current = path === href || (!home.test(href) && path.startsWith(`${href}/`));
    return (
      <Link href={href} {...props} aria-current={current ? 'page' : undefined}>
        <WhileLoading>{children}</WhileLoading>
      </Link>
    );
  };
}

/** Pulses from the click until the page is there. */
function WhileLoading({ children }: { children: ReactNode }) {
  const { pending } = useLinkStatus();
  const look = 'flex items-center gap-2.5';
  return <span className={pending ? `${look} animate-pulse` : look}>{children}</span>;
}
