'use client';

import type { Constraints } from '@repo/actions/constraints';
import { useActionForm, type State } from '@repo/actions/react';
import { FormFailure } from '@repo/next/form-failure';
import { Input } from '@repo/ui/input';
import { SubmitButton } from '@repo/ui/submit-button';

interface AddressFormProps<Data, Code extends string> {
  /** The server reference itself: a wrapped function works with JavaScript only. */
  action: (previous: unknown, form: FormData) => Promise<State<Data, Code, 'email'>>;
  constraints: Constraints<'email'>;
  pendingText: string;
  /** What the button says. */
  children: string;
}

/** Asks for an address, to send a mail to. */
export function AddressForm<Data, Code extends string>(props: AddressFormProps<Data, Code>) {
  const { state, form, value } = useActionForm(props.action);
  return (
    <form {...form} className="grid gap-5">
      <FormFailure state={state} />
      <Input
        label="Email"
        name="email"
        {...props.constraints.email}
        autoComplete="username"
        defaultValue={value('email')}
        errors={state.errors.email}
      />
      <SubmitButton pendingText={props.pendingText}>{props.children}</SubmitButton>
    </form>
  );
}
