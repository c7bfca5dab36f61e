import type { ReactNode } from 'react';

import { cn } from './cn.ts';

export interface MenuProps {
  /** Unique on the page. */
  id: string;
  /** Read before the trigger by assistive technology, such as "Account". */
  label?: string;
  /** The content of the button. */
  trigger: ReactNode;
  children: ReactNode;
  className?: string;
}

const panel = cn(
  'fixed inset-auto m-0 my-1.5 w-60 max-w-[calc(100vw-1.5rem)] rounded-lg border bg-popover p-1.5 text-popover-foreground shadow-lg',
  '[position-area:bottom_span-left] [position-try-fallbacks:flip-block,flip-inline,flip-block_flip-inline]',
  // Browsers that cannot place it beside its button: the corner where the shell has the user.
  'not-supports-[position-area:bottom]:top-16 not-supports-[position-area:bottom]:right-3',
  'lg:in-data-[layout=sidebar]:not-supports-[position-area:bottom]:top-auto lg:in-data-[layout=sidebar]:not-supports-[position-area:bottom]:right-auto',
  'lg:in-data-[layout=sidebar]:not-supports-[position-area:bottom]:bottom-16 lg:in-data-[layout=sidebar]:not-supports-[position-area:bottom]:left-3',
);

/** A button that opens a panel: the browser's popover, so it closes on Escape or a click elsewhere without JavaScript. */
export function Menu({ id, label, trigger, children, className }: MenuProps) {
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        className={cn(
          'inline-flex min-h-10 max-w-full min-w-0 items-center gap-2.5 rounded-md px-2 text-left font-medium transition-colors hover:bg-accent pointer-coarse:min-h-11',
          className,
        )}
      >
        {label && <span className="sr-only">{label}</span>}
        {trigger}
      </button>
      <div id={id} popover="auto" className={panel}>
        {children}
      </div>
    </>
  );
}

/** The class of a link or button inside a `Menu`. */
export const menuItemClass =
  'flex min-h-9 w-full items-center gap-2.5 rounded-md px-2.5 text-left text-sm transition-colors hover:bg-accent pointer-coarse:min-h-11';
