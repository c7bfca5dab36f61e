import { clsx } from 'clsx/lite';
import type { ComponentPropsWithRef } from 'react';

import { Field, type FieldText } from './field.tsx';
import { controlClass } from './lib/control-class.ts';

export type TextareaProps = Omit<ComponentPropsWithRef<'textarea'>, 'name'> &
  FieldText & { name: string };

/** Several lines of text, with label, description and errors. Grows with its content where the browser can. */
export function Textarea({
  label,
  description,
  errors,
  optional,
  hideLabel,
  className,
  ...props
}: TextareaProps) {
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
        <textarea
          rows={8}
          {...props}
          {...control}
          className={clsx(
            controlClass,
            'field-sizing-content max-h-[70vh] min-h-28 resize-y py-2.5 leading-6',
          )}
        />
      )}
    </Field>
  );
}
