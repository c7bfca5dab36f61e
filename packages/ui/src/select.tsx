import { clsx } from 'clsx/lite';
import type { ComponentPropsWithRef } from 'react';

import { Field, type FieldText } from './field.tsx';
import { IconChevronDown } from './icons.tsx';
import { controlClass } from './lib/control-class.ts';

export interface SelectOption {
  value: string;
  label: string;
  disabled?: boolean;
}

export type SelectProps = Omit<ComponentPropsWithRef<'select'>, 'name' | 'children'> &
  FieldText & { name: string; options: readonly SelectOption[] };

/** A native select, with label, description and errors. */
export function Select({
  label,
  description,
  errors,
  optional,
  hideLabel,
  className,
  options,
  ...props
}: SelectProps) {
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
        <div className="relative">
          <select
            {...props}
            {...control}
            className={clsx(controlClass, 'h-10 appearance-none pr-9 pointer-coarse:h-11')}
          >
            {options.map((option) => (
              <option key={option.value} value={option.value} disabled={option.disabled}>
                {option.label}
              </option>
            ))}
          </select>
          <IconChevronDown className="pointer-events-none absolute top-1/2 right-3 -translate-y-1/2 text-muted-foreground" />
        </div>
      )}
    </Field>
  );
}
