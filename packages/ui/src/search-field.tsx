import type { ComponentPropsWithRef } from 'react';

import { cn } from './cn.ts';
import { IconSearch } from './icons.tsx';
import { controlClass } from './lib/control-class.ts';

export type SearchFieldProps = Omit<ComponentPropsWithRef<'input'>, 'type' | 'name'> & {
  /** What is searched, for assistive technology; also the placeholder unless one is given. */
  label: string;
  /** `q` by default. */
  name?: string;
};

/** A search box for a `FilterBar` or any form inside `<search>`. */
export function SearchField({
  label,
  name = 'q',
  id = name,
  placeholder = label,
  className,
  ...props
}: SearchFieldProps) {
  return (
    <div className={cn('relative min-w-0', className)}>
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <IconSearch className="pointer-events-none absolute top-1/2 left-3 -translate-y-1/2 text-muted-foreground" />
      <input
        {...props}
        type="search"
        id={id}
        name={name}
        placeholder={placeholder}
        className={cn(controlClass, 'h-10 pl-9 pointer-coarse:h-11')}
      />
    </div>
  );
}
