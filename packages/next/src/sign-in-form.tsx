'use client';

import { signIn } from '@repo/actions/account/shared/actions';
import type { Constraints } from '@repo/actions/constraints';
import { useActionForm } from '@repo/actions/react';
import { Input } from '@repo/ui/input';
import { SubmitButton } from '@repo/ui/submit-button';
import { FormFailure } from './form-failure.tsx';

interface SignInFormProps {
  /** Where to go then: a path of the app that shows the form. */
  next: string;
  /** `constraintsOf(signInSchema)`. */
  constraints: Constraints<'email' | 'password'>;
}

/** Signs in to the app that shows it. */
export function SignInForm({ next, constraints }: SignInFormProps) {
  const { state, form, value } = useActionForm(signIn);
  return (
    <form {...form} className="grid gap-5">
      <FormFailure state={state} />
      <input type="hidden" name="next" value={next} />
      <Input
        label="Email"
        name="email"
        {...constraints.email}
        autoComplete="username"
        defaultValue={value('email')}
        errors={state.errors.email}
      />
      <Input
        label="Password"
        name="password"
        {...constraints.password}
        type="password"
        autoComplete="current-password"
        errors={state.errors.password}
      />
      <SubmitButton pendingText="Signing in…">Sign in</SubmitButton>
    </form>
  );
}
