import { clsx } from 'clsx/lite';
import type { ComponentPropsWithRef, ReactNode } from 'react';
import { IconCircleX, type Icon } from '../icons.tsx';

export interface Tone {
  look: string;
  icon: Icon;
  ink: string;
}

/** Apart from the other tones, so that a form's errors bring their own to the browser and no more. */
export const danger: Tone = {
  look: 'border-danger-line bg-danger-soft',
  icon: IconCircleX,
  ink: 'text-danger-text',
};

export type AlertBoxProps = Omit<ComponentPropsWithRef<'div'>, 'title'> & {
  title?: ReactNode;
  /** Buttons or links below the text. */
  actions?: ReactNode;
};

export function AlertBox({
  tone: { look, icon: ToneIcon, ink },
  title,
  actions,
  children,
  className,
  ...props
}: AlertBoxProps & { tone: Tone }) {
  return (
    <div
      className={clsx('flex gap-3 rounded-lg border px-4 py-3 text-sm', look, className)}
      {...props}
    >
      <ToneIcon className={clsx('mt-0.5', ink)} />
      <div className="min-w-0 flex-1">
        {title && <p className="font-medium">{title}</p>}
        {children && <div className={clsx(title && 'mt-0.5 text-foreground/80')}>{children}</div>}
        {actions && <div className="mt-3 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  );
}
