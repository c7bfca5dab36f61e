'use client';

import { finishSignUp } from '@repo/actions/account/actions';
import type { Constraints } from '@repo/actions/constraints';
import { useActionForm } from '@repo/actions/react';
import { FormFailure } from '@repo/next/form-failure';
import { Input } from '@repo/ui/input';
import { SubmitButton } from '@repo/ui/submit-button';
import { NewPassword } from './new-password.tsx';

interface FinishSignUpFormProps {
  /** What the link held. It is sent along, and used up by the button only. */
  token: string;
  /** Whose link it is. */
  email: string;
  constraints: Constraints<'name' | 'orgName' | 'password'>;
}

export function FinishSignUpForm({ token, email, constraints }: FinishSignUpFormProps) {
  const { state, form, value } = useActionForm(finishSignUp);
  const { errors } = state;
  return (
    <form {...form} className="grid gap-5">
      <FormFailure state={state} />
      <input type="hidden" name="token" value={token} />
      <Input
        label="Your name"
        name="name"
        {...constraints.name}
        autoComplete="name"
        defaultValue={value('name')}
        errors={errors.name}
      />
      <Input
        label="Team"
        name="orgName"
        {...constraints.orgName}
        autoComplete="organization"
        description="Your posts appear under this name."
        defaultValue={value('orgName')}
        errors={errors.orgName}
      />
      <NewPassword email={email} constraints={constraints.password} errors={errors.password} />
      <SubmitButton pendingText="Creating your account…">Create account</SubmitButton>
    </form>
  );
}
