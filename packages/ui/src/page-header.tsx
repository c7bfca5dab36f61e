import type { ReactNode } from 'react';

import { cn } from './cn.ts';
import { IconArrowLeft } from './icons.tsx';
import type { LinkComponent } from './lib/link.ts';

export interface PageHeaderProps {
  title: ReactNode;
  description?: ReactNode;
  /** Buttons or links; the primary one last. */
  actions?: ReactNode;
  /** A way up, above the title. */
  back?: { href: string; label: string };
  /** Renders `back`; `'a'` by default. */
  as?: LinkComponent;
  className?: string;
}

/** The one `h1` of a page, with what can be done here. */
export function PageHeader({
  title,
  description,
  actions,
  back,
  as: Link = 'a',
  className,
}: PageHeaderProps) {
  return (
    <div className={cn('mb-6 sm:mb-8', className)}>
      {back && (
        <Link
          href={back.href}
          className="-ml-1.5 mb-2 inline-flex min-h-8 items-center gap-1.5 rounded-md px-1.5 text-[0.8125rem] font-medium text-muted-foreground transition-colors hover:text-foreground pointer-coarse:min-h-11"
        >
          <IconArrowLeft className="size-3.5" />
          {back.label}
        </Link>
      )}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-4">
        <div className="min-w-0 max-w-full">
          <h1 className="text-2xl/8 font-semibold tracking-[-0.02em]">{title}</h1>
          {description && (
            <div className="mt-1 max-w-2xl text-pretty text-muted-foreground">{description}</div>
          )}
        </div>
        {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  );
}
