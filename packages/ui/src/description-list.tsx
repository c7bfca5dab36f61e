import type { ReactNode } from 'react';

import { cn } from './cn.ts';

export interface DescriptionListProps {
  items: readonly { term: string; details: ReactNode }[];
  className?: string;
}

/** The properties of one thing. */
export function DescriptionList({ items, className }: DescriptionListProps) {
  return (
    <dl className={cn('divide-y', className)}>
      {items.map(({ term, details }) => (
        <div
          key={term}
          className="grid gap-x-4 gap-y-0.5 py-3 first:pt-0 last:pb-0 sm:grid-cols-[10rem_1fr]"
        >
          <dt className="text-muted-foreground">{term}</dt>
          <dd className="min-w-0">{details}</dd>
        </div>
      ))}
    </dl>
  );
}
