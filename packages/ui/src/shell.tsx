import type { ReactNode } from 'react';

import { cn } from './cn.ts';
import type { LinkComponent } from './lib/link.ts';
import { Navigation, type NavItem } from './lib/navigation.tsx';

export type { NavItem };

export interface ShellProps {
  /** `sidebar` for signed-in work, `bar` for public pages. Both are a bar on narrow screens. */
  layout?: 'sidebar' | 'bar';
  brand: ReactNode;
  nav?: readonly NavItem[];
  /** Beside or below the brand: which org, which workspace. */
  context?: ReactNode;
  /** Who is signed in, or how to sign in: a `Menu`, or buttons. */
  user?: ReactNode;
  footer?: ReactNode;
  /** Renders the navigation; `'a'` by default. */
  as?: LinkComponent;
  children: ReactNode;
}

const looks = {
  sidebar: {
    page: 'lg:grid lg:grid-cols-[15.5rem_minmax(0,1fr)]',
    header: 'lg:sticky lg:top-0 lg:h-dvh lg:border-r lg:border-b-0',
    inside: 'lg:flex lg:h-full lg:flex-col lg:items-stretch lg:gap-y-4 lg:px-3 lg:pt-4 lg:pb-3',
    brand: 'lg:px-2',
    nav: 'lg:flex-1',
    user: 'lg:justify-start',
    column: 'max-w-5xl lg:px-10',
    main: 'lg:py-10',
  },
  bar: {
    page: '',
    header: '',
    inside: 'mx-auto max-w-6xl sm:grid-cols-[auto_minmax(0,1fr)_auto] sm:py-3',
    brand: '',
    nav: 'sm:col-span-1 sm:col-start-2 sm:row-start-1',
    user: 'sm:col-start-3',
    column: 'max-w-6xl',
    main: '',
  },
};

/** The frame of a page: skip link, brand, navigation (one row that scrolls on narrow screens), user, `main`. */
export function Shell({
  layout = 'sidebar',
  brand,
  nav = [],
  context,
  user,
  footer,
  as = 'a',
  children,
}: ShellProps) {
  const look = looks[layout];
  return (
    <div data-layout={layout} className={cn('flex min-h-dvh flex-col', look.page)}>
      <a
        href="#main"
        className="fixed top-2 left-2 z-50 -translate-y-20 rounded-md bg-primary px-4 py-2.5 font-medium text-primary-foreground focus:translate-y-0"
      >
        Skip to content
      </a>
      <header className={cn('min-w-0 border-b bg-background', look.header)}>
        <div
          className={cn(
            'grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 px-4 py-2 sm:px-6',
            look.inside,
          )}
        >
          <div className={cn('flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1', look.brand)}>
            {brand}
            {context}
          </div>
          {nav.length > 0 && (
            <Navigation items={nav} as={as} layout={layout} className={look.nav} />
          )}
          <div
            className={cn('col-start-2 row-start-1 flex items-center justify-end gap-2', look.user)}
          >
            {user}
          </div>
        </div>
      </header>
      <div className="flex min-w-0 flex-1 flex-col">
        <main
          id="main"
          tabIndex={-1}
          className={cn(
            'mx-auto w-full flex-1 px-4 py-6 outline-none sm:px-6 sm:py-8',
            look.column,
            look.main,
          )}
        >
          {children}
        </main>
        {footer && (
          <footer className="border-t text-[0.8125rem] text-muted-foreground">
            <div className={cn('mx-auto w-full px-4 py-6 sm:px-6', look.column)}>{footer}</div>
          </footer>
        )}
      </div>
    </div>
  );
}
