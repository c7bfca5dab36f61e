'use client';

import { resetPassword } from '@repo/actions/account/actions';
import type { Constraints } from '@repo/actions/constraints';
import { useActionForm } from '@repo/actions/react';
import { FormFailure } from '@repo/next/form-failure';
import { SubmitButton } from '@repo/ui/submit-button';
import { NewPassword } from './new-password.tsx';

interface ResetPasswordFormProps {
  /** What the link held. It is sent along, and used up by the button only. */
  token: string;
  /** Whose link it is. */
  email: string;
  constraints: Constraints<'password'>;
}

export function ResetPasswordForm({ token, email, constraints }: ResetPasswordFormProps) {
  const { state, form } = useActionForm(resetPassword);
  return (
    <form {...form} className="grid gap-5">
      <FormFailure state={state} />
      <input type="hidden" name="token" value={token} />
      <NewPassword
        email={email}
        constraints={constraints.password}
        errors={state.errors.password}
      />
      <SubmitButton pendingText="Saving your password…">Save the password</SubmitButton>
    </form>
  );
}
