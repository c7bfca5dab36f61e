import { clsx } from 'clsx/lite';
import type { ReactNode } from 'react';

import { IconAlert } from './icons.tsx';

/** What every control of a form takes beside its HTML attributes. */
export interface FieldText {
  label: ReactNode;
  /** A sentence between label and control: what to type, what happens with it. */
  description?: ReactNode;
  /** As they come from an action: `state.errors.title`. */
  errors?: readonly string[];
  /** Writes "Optional" beside the label. */
  optional?: boolean;
  /** Keeps the label for assistive technology only: for toolbars, never for forms. */
  hideLabel?: boolean;
}

/** The attributes that tie a control to its label, description and errors: spread them on the control. */
export interface ControlProps {
  id: string;
  name: string;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
}

export interface FieldProps extends FieldText {
  name: string;
  /** Defaults to `name`: give one where two forms on a page share a name. */
  id?: string;
  className?: string;
  children: (control: ControlProps) => ReactNode;
}

/** The ids and ARIA attributes of a control, derived from its name so that server and client agree without JavaScript. */
export function controlProps(
  field: Omit<FieldProps, 'children' | 'className' | 'label'>,
): ControlProps {
  const id = field.id ?? field.name;
  const invalid = Boolean(field.errors?.length);
  const described = [invalid && `${id}-error`, field.description && `${id}-description`].filter(
    Boolean,
  );
  return {
    id,
    name: field.name,
    'aria-describedby': described.join(' ') || undefined,
    'aria-invalid': invalid || undefined,
  };
}

/** Label, description and errors around one control of any kind. */
export function Field({ className, children, ...field }: FieldProps) {
  const control = controlProps(field);
  return (
    <div className={clsx('grid min-w-0 content-start gap-1.5', className)}>
      <label htmlFor={control.id} className={field.hideLabel ? 'sr-only' : 'text-sm font-medium'}>
        {field.label}
        {field.optional && (
          <span className="ml-1.5 font-normal text-muted-foreground">Optional</span>
        )}
      </label>
      <FieldDescription id={control.id}>{field.description}</FieldDescription>
      {children(control)}
      <FieldErrors id={control.id} errors={field.errors} />
    </div>
  );
}

/** The description that `controlProps` points at. */
export function FieldDescription({ id, children }: { id: string; children?: ReactNode }) {
  if (!children) return null;
  return (
    <p id={`${id}-description`} className="text-[0.8125rem] text-muted-foreground">
      {children}
    </p>
  );
}

/** The errors that `controlProps` points at. */
export function FieldErrors({ id, errors = [] }: { id: string; errors?: readonly string[] }) {
  if (errors.length === 0) return null;
  return (
    <div id={`${id}-error`} className="flex gap-1.5 text-[0.8125rem] text-danger-text">
      <IconAlert className="mt-0.5 size-3.5" />
      <div>
        {errors.map((error) => (
          <p key={error}>{error}</p>
        ))}
      </div>
    </div>
  );
}
