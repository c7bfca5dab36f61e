import type { ReactNode } from 'react';

import { cn } from './cn.ts';
import { type Icon, IconInbox } from './icons.tsx';

export interface EmptyStateProps {
  title: ReactNode;
  /** What would be here, and how to get it here. */
  children?: ReactNode;
  /** The one next step. */
  action?: ReactNode;
  icon?: Icon;
  className?: string;
}

/** Stands where a list would be. */
export function EmptyState({
  title,
  children,
  action,
  icon: StateIcon = IconInbox,
  className,
}: EmptyStateProps) {
  return (
    <div className={cn('grid justify-items-center px-6 py-14 text-center', className)}>
      <span className="grid size-10 place-items-center rounded-lg border bg-card text-muted-foreground shadow-xs">
        <StateIcon className="size-4.5" />
      </span>
      <p className="mt-4 font-semibold">{title}</p>
      {children && (
        <div className="mt-1 max-w-sm text-pretty text-muted-foreground">{children}</div>
      )}
      {action && <div className="mt-5 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
