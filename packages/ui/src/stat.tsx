import type { ReactNode } from 'react';

import { cn } from './cn.ts';

export interface StatProps {
  label: ReactNode;
  value: ReactNode;
  hint?: ReactNode;
  className?: string;
}

/** One number and what it means. Several go into a `Stats`. */
export function Stat({ label, value, hint, className }: StatProps) {
  return (
    <div
      className={cn(
        'flex min-w-0 flex-col px-5 py-4 shadow-[1px_0_var(--border),0_1px_var(--border)]',
        className,
      )}
    >
      <dt className="text-[0.8125rem] text-muted-foreground">{label}</dt>
      <dd className="mt-1 text-2xl/8 font-semibold tracking-[-0.02em] tabular-nums">{value}</dd>
      {hint && <dd className="mt-0.5 text-[0.8125rem] text-muted-foreground">{hint}</dd>}
    </div>
  );
}

/** A row of `Stat`s that wraps. */
export function Stats({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <dl
      className={cn(
        'grid grid-cols-[repeat(auto-fit,minmax(8rem,1fr))] overflow-clip rounded-xl border bg-card shadow-xs',
        className,
      )}
    >
      {children}
    </dl>
  );
}
