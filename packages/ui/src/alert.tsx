import type { ComponentPropsWithRef, ReactNode } from 'react';

import { cn } from './cn.ts';
import { IconAlert, IconCircleCheck, IconCircleX, IconInfo } from './icons.tsx';

const tones = {
  info: { look: 'border-border bg-muted', icon: IconInfo, ink: 'text-primary-text' },
  success: {
    look: 'border-success-line bg-success-soft',
    icon: IconCircleCheck,
    ink: 'text-success-text',
  },
  warning: {
    look: 'border-warning-line bg-warning-soft',
    icon: IconAlert,
    ink: 'text-warning-text',
  },
  danger: { look: 'border-danger-line bg-danger-soft', icon: IconCircleX, ink: 'text-danger-text' },
};

export type AlertProps = Omit<ComponentPropsWithRef<'div'>, 'title'> & {
  tone?: 'info' | 'success' | 'warning' | 'danger';
  title?: ReactNode;
  /** Buttons or links below the text. */
  actions?: ReactNode;
};

/** A message in the flow of the page. Give it `role="status"` if it appears after an action; errors of a form are `FormError`'s. */
export function Alert({
  tone = 'info',
  title,
  actions,
  children,
  className,
  ...props
}: AlertProps) {
  const { look, icon: ToneIcon, ink } = tones[tone];
  return (
    <div
      className={cn('flex gap-3 rounded-lg border px-4 py-3 text-sm', look, className)}
      {...props}
    >
      <ToneIcon className={cn('mt-0.5', ink)} />
      <div className="min-w-0 flex-1">
        {title && <p className="font-medium">{title}</p>}
        {children && <div className={cn(title && 'mt-0.5 text-foreground/80')}>{children}</div>}
        {actions && <div className="mt-3 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  );
}
