import type { ReactNode } from 'react';

import { cn } from './cn.ts';

export interface MenuProps {
  /** Unique on the page. */
  id: string;
  /** Names the button for assistive technology when `trigger` shows no text. */
  label?: string;
  /** The content of the button. */
  trigger: ReactNode;
  children: ReactNode;
  className?: string;
}

/** A button that opens a panel: the browser's popover, so it closes on Escape or a click elsewhere without JavaScript. */
export function Menu({ id, label, trigger, children, className }: MenuProps) {
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        aria-label={label}
        className={cn(
          'inline-flex min-h-10 max-w-full min-w-0 items-center gap-2.5 rounded-md px-2 text-left font-medium transition-colors hover:bg-accent pointer-coarse:min-h-11',
          className,
        )}
      >
        {trigger}
      </button>
      <div
        id={id}
        popover="auto"
        className="fixed inset-auto top-16 right-3 m-0 my-1.5 w-60 max-w-[calc(100vw-1.5rem)] rounded-lg border bg-popover p-1.5 text-popover-foreground shadow-lg supports-[position-area:bottom]:inset-auto supports-[position-area:bottom]:[position-area:bottom_span-left] supports-[position-area:bottom]:[position-try-fallbacks:flip-block,flip-inline,flip-block_flip-inline] lg:in-data-[layout=sidebar]:top-auto lg:in-data-[layout=sidebar]:right-auto lg:in-data-[layout=sidebar]:bottom-16 lg:in-data-[layout=sidebar]:left-3"
      >
        {children}
      </div>
    </>
  );
}

/** The class of a link or button inside a `Menu`. */
export const menuItemClass =
  'flex min-h-9 w-full items-center gap-2.5 rounded-md px-2.5 text-left text-sm transition-colors hover:bg-accent pointer-coarse:min-h-11';
