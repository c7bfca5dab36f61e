import type { ComponentPropsWithRef, ElementType } from 'react';

import { cn } from './cn.ts';

export type FilterBarProps = Omit<ComponentPropsWithRef<'form'>, 'action' | 'method'> & {
  /** The page that the filters lead to. */
  action: string;
  /** Names the search for assistive technology. */
  label: string;
  /** The element or component that renders the form, such as `next/form`'s; `'form'` by default. */
  as?: ElementType;
};

/** A search form whose state is the URL. The first child takes the room that is left. */
export function FilterBar({ as: Form = 'form', label, className, ...props }: FilterBarProps) {
  return (
    <search aria-label={label}>
      <Form
        className={cn(
          'mb-4 flex flex-wrap items-end gap-2 *:first:min-w-52 *:first:flex-1',
          className,
        )}
        {...props}
      />
    </search>
  );
}
