import { IconAlert, IconCircleCheck, IconInfo } from './icons.tsx';
import { AlertBox, danger, type AlertBoxProps } from './lib/alert-box.tsx';

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
  danger,
};

export type AlertProps = AlertBoxProps & {
  tone?: 'info' | 'success' | 'warning' | 'danger';
};

/** A message in the flow of the page. Give it `role="status"` if it appears after an action; errors of a form are `FormError`'s. */
export function Alert({ tone = 'info', ...props }: AlertProps) {
  return <AlertBox tone={tones[tone]} {...props} />;
}
