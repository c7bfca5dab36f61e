import { clsx } from 'clsx/lite';
import type { ComponentPropsWithRef } from 'react';

import type { LinkAttributes, LinkComponent } from './lib/link.ts';

export interface ButtonStyle {
  /** `primary` once per view; `secondary` by default; `quiet` inside tables and toolbars; `danger` for what destroys. */
  variant?: 'primary' | 'secondary' | 'quiet' | 'danger';
  /** Height: `sm` 32 px, `md` 40 px, `lg` 44 px; at least 44 px wherever fingers point. */
  size?: 'sm' | 'md' | 'lg';
}

const variants = {
  primary: 'border-transparent bg-primary text-primary-foreground shadow-xs hover:bg-primary-hover',
  secondary:
    'border-foreground/15 bg-secondary text-secondary-foreground shadow-xs hover:bg-accent',
  quiet: 'border-transparent text-muted-foreground hover:bg-accent hover:text-foreground',
  danger:
    'border-transparent bg-destructive text-destructive-foreground shadow-xs hover:bg-destructive-hover',
};

const sizes = {
  sm: 'h-8 gap-1.5 px-2.5 text-[0.8125rem]',
  md: 'h-10 gap-2 px-4 text-sm',
  lg: 'h-11 gap-2 px-5 text-[0.9375rem]',
};

/** The class names of a button, for elements that cannot be a `Button` or a `ButtonLink`. */
export function buttonClass(
  { variant = 'secondary', size = 'md' }: ButtonStyle = {},
  display: 'inline-flex' | 'inline-grid' = 'inline-flex',
): string {
  return clsx(
    display,
    'shrink-0 items-center justify-center rounded-md border',
    'font-medium whitespace-nowrap no-underline transition-colors select-none',
    'disabled:opacity-55 aria-disabled:opacity-70 pointer-coarse:min-h-11',
    variants[variant],
    sizes[size],
  );
}

export type ButtonProps = ComponentPropsWithRef<'button'> & ButtonStyle;

/** A native button. `type` is `button` unless told; to submit a form take `SubmitButton`. */
export function Button({ variant, size, className, type = 'button', ...props }: ButtonProps) {
  return (
    <button type={type} className={clsx(buttonClass({ variant, size }), className)} {...props} />
  );
}

export type ButtonLinkProps = LinkAttributes &
  ButtonStyle & {
    /** The element or component that renders the link, such as `next/link`'s; `'a'` by default. */
    as?: LinkComponent;
  };

/** A link that looks like a button: for going somewhere, never for changing something. */
export function ButtonLink({
  as: Link = 'a',
  variant,
  size,
  className,
  ...props
}: ButtonLinkProps) {
  return <Link className={clsx(buttonClass({ variant, size }), className)} {...props} />;
}
