import { cn } from './cn.ts';
import { IconChevronLeft, IconChevronRight } from './icons.tsx';
import type { LinkComponent } from './lib/link.ts';
import { pagesAround } from './lib/pages-around.ts';

export interface PaginationProps {
  /** Counted from 1; out of range means the nearest page. */
  page: number;
  pageCount: number;
  /** The address of a page. */
  href: (page: number) => string;
  /** Names the navigation, where a page has several. */
  label?: string;
  /** Renders the links; `'a'` by default. */
  as?: LinkComponent;
  className?: string;
}

const cell =
  'inline-flex h-9 min-w-9 items-center justify-center gap-1 rounded-md px-2.5 font-medium tabular-nums pointer-coarse:h-11 pointer-coarse:min-w-11';
const link = cn(
  cell,
  'text-muted-foreground transition-colors hover:bg-accent hover:text-foreground',
);

/** Links to the other pages of a list. Renders nothing for a single page. */
export function Pagination({
  pageCount,
  href,
  label = 'Pages',
  as: Link = 'a',
  className,
  ...props
}: PaginationProps) {
  if (pageCount <= 1) return null;
  const page = Math.min(Math.max(1, props.page), pageCount);
  return (
    <nav
      aria-label={label}
      className={cn('-mx-2.5 flex items-center justify-between gap-1', className)}
    >
      <Step as={Link} href={page > 1 ? href(page - 1) : undefined} rel="prev">
        <IconChevronLeft /> Previous
      </Step>
      <p className="text-muted-foreground tabular-nums whitespace-nowrap sm:hidden">
        Page {page} of {pageCount}
      </p>
      <ol className="hidden items-center gap-0.5 sm:flex">
        {pagesAround(page, pageCount).map((entry, index) => (
          <li key={entry ?? `gap-${index}`}>
            {entry === null && <span className={cn(cell, 'text-muted-foreground')}>…</span>}
            {entry === page && (
              <Link
                href={href(page)}
                aria-current="page"
                className={cn(cell, 'border bg-card shadow-xs')}
              >
                {page}
              </Link>
            )}
            {entry !== null && entry !== page && (
              <Link href={href(entry)} aria-label={`Page ${entry}`} className={link}>
                {entry}
              </Link>
            )}
          </li>
        ))}
      </ol>
      <Step as={Link} href={page < pageCount ? href(page + 1) : undefined} rel="next">
        Next <IconChevronRight />
      </Step>
    </nav>
  );
}

function Step({
  as: Link,
  href,
  rel,
  children,
}: {
  as: LinkComponent;
  href?: string;
  rel: string;
  children: React.ReactNode;
}) {
  if (!href) {
    return (
      <span aria-hidden="true" className={cn(cell, 'invisible')}>
        {children}
      </span>
    );
  }
  return (
    <Link href={href} rel={rel} className={link}>
      {children}
    </Link>
  );
}
