'use client';

import { useActionForm, type State } from '@repo/actions/react';
import type { ButtonStyle } from '@repo/ui/button';
import { SubmitButton } from '@repo/ui/submit-button';
import { FormFailure } from './form-failure.tsx';

interface ActionButtonProps<Data, Code extends string, Field extends string> extends ButtonStyle {
  /** The server reference itself, or bound to fields: a wrapped function works with JavaScript only. */
  action: (previous: unknown, form: FormData) => Promise<State<Data, Code, Field>>;
  /** What the action is told, as hidden fields. Fields that it declares as `bound` come by `.bind()` instead. */
  fields?: Readonly<Record<string, string>>;
  pendingText: string;
  children: string;
}

/** A form that is one button: for actions that need nothing typed. */
export function ActionButton<Data, Code extends string, Field extends string>({
  action,
  fields = {},
  ...button
}: ActionButtonProps<Data, Code, Field>) {
  const { state, form } = useActionForm(action);
  return (
    <form {...form} className="grid justify-items-start gap-3">
      <FormFailure state={state} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton {...button} />
    </form>
  );
}
