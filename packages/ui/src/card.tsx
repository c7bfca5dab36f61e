import type { ReactNode } from 'react';

import { cn } from './cn.ts';

export interface CardProps {
  title?: ReactNode;
  description?: ReactNode;
  /** Buttons or links at the end of the heading. */
  actions?: ReactNode;
  /** A ruled-off strip at the bottom, for the buttons of a form or a link to more. */
  footer?: ReactNode;
  /** No padding around the children: for tables and lists that run to the edges. */
  flush?: boolean;
  children?: ReactNode;
  className?: string;
}

/** A surface for one subject. */
export function Card({
  title,
  description,
  actions,
  footer,
  flush,
  children,
  className,
}: CardProps) {
  return (
    <section
      className={cn(
        'overflow-clip rounded-xl border bg-card text-card-foreground shadow-xs',
        className,
      )}
    >
      {(title || actions) && (
        <div
          className={cn(
            'flex flex-wrap items-start justify-between gap-x-4 gap-y-3 px-5 pt-5 sm:px-6',
            flush && 'pb-4',
          )}
        >
          <div className="min-w-0">
            <h2 className="text-[0.9375rem] font-semibold tracking-[-0.01em]">{title}</h2>
            {description && <p className="mt-1 text-muted-foreground">{description}</p>}
          </div>
          {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
        </div>
      )}
      <div className={cn(!flush && 'p-5 sm:px-6', !flush && title && 'pt-4')}>{children}</div>
      {footer && (
        <div className="flex flex-wrap items-center gap-2 border-t bg-muted/50 px-5 py-3 sm:px-6">
          {footer}
        </div>
      )}
    </section>
  );
}
