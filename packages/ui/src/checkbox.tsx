import { clsx } from 'clsx/lite';
import type { ComponentPropsWithRef } from 'react';

import { controlProps, FieldDescription, FieldErrors, type FieldText } from './field.tsx';

export type CheckboxProps = Omit<ComponentPropsWithRef<'input'>, 'name' | 'type'> &
  Omit<FieldText, 'hideLabel' | 'optional'> & { name: string };

/** A native checkbox with its label to the right; the whole label is the target. */
export function Checkbox({ label, description, errors, className, ...props }: CheckboxProps) {
  const control = controlProps({ name: props.name, id: props.id, description, errors });
  return (
    <div className={clsx('grid gap-1', className)}>
      <label
        htmlFor={control.id}
        className="flex min-h-6 items-center gap-2.5 text-sm font-medium pointer-coarse:min-h-11"
      >
        <input {...props} {...control} type="checkbox" className="size-4 shrink-0 accent-primary" />
        {label}
      </label>
      <div className="grid gap-1.5 pl-6.5 empty:hidden">
        <FieldDescription id={control.id}>{description}</FieldDescription>
        <FieldErrors id={control.id} errors={errors} />
      </div>
    </div>
  );
}
