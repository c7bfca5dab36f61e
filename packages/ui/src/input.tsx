import { clsx } from 'clsx/lite';
import type { ComponentPropsWithRef } from 'react';

import { Field, type FieldText } from './field.tsx';
import { controlClass } from './lib/control-class.ts';

export type InputProps = Omit<ComponentPropsWithRef<'input'>, 'name'> &
  FieldText & { name: string };

/** One line of text, with its label, description and errors. Files too (`type="file"`). */
export function Input({
  label,
  description,
  errors,
  optional,
  hideLabel,
  className,
  ...props
}: InputProps) {
  const field = {
    label,
    description,
    errors,
    optional,
    hideLabel,
    className,
    name: props.name,
    id: props.id,
  };
  return (
    <Field {...field}>
      {(control) => (
        <input
          type="text"
          {...props}
          {...control}
          className={clsx(
            controlClass,
            'h-10 pointer-coarse:h-11',
            props.type === 'file' && 'py-2 file:mr-3 file:font-medium file:text-primary-text',
          )}
        />
      )}
    </Field>
  );
}
