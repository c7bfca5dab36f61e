'use client';

import { clsx } from 'clsx/lite';
import type { MouseEvent } from 'react';
import { useFormStatus } from 'react-dom';

import { type ButtonProps, buttonClass } from './button.tsx';

export type SubmitButtonProps = Omit<ButtonProps, 'type'> & {
  /** Shown while the form is being sent, in the same width; "Working…" by default. */
  pendingText?: string;
};

/**
 * Submits the form around it. While the form is pending it keeps its width and the focus, and refuses a second click.
 * Of several submit buttons with a `name`, only the one that was pressed shows its pending text.
 */
export function SubmitButton({
  variant = 'primary',
  size,
  className,
  children,
  pendingText = 'Working…',
  onClick,
  ...props
}: SubmitButtonProps) {
  const { pending, data } = useFormStatus();
  const busy = pending && (!props.name || data?.get(props.name) === String(props.value ?? ''));
  const refuseWhilePending = (event: MouseEvent<HTMLButtonElement>) => {
    if (pending) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <button
      {...props}
      type="submit"
      onClick={refuseWhilePending}
      aria-disabled={pending || undefined}
      aria-busy={busy || undefined}
      className={clsx(
        buttonClass({ variant, size }, 'inline-grid'),
        '*:col-start-1 *:row-start-1',
        className,
      )}
    >
      <span className={clsx('inline-flex items-center justify-center gap-2', busy && 'invisible')}>
        {children}
      </span>
      <span className={clsx('inline-flex items-center justify-center', !busy && 'invisible')}>
        {pendingText}
      </span>
    </button>
  );
}
