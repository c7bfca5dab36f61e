'use client';

import { signUp } from '@repo/actions/account/actions';
import type { Constraints } from '@repo/actions/constraints';
import { useActionForm } from '@repo/actions/react';
import { FormError } from '@repo/ui/form-error';
import { Input } from '@repo/ui/input';
import { SubmitButton } from '@repo/ui/submit-button';

interface SignUpFormProps {
  constraints: Constraints<'name' | 'orgName' | 'email' | 'password'>;
}

export function SignUpForm({ constraints }: SignUpFormProps) {
  const { state, form, value } = useActionForm(signUp);
  const { errors } = state;
  return (
    <form {...form} className="grid gap-5">
      <FormError errors={errors._form} errorId={state.ok ? undefined : state.errorId} />
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
      <Input
        label="Email"
        name="email"
        {...constraints.email}
        autoComplete="username"
        defaultValue={value('email')}
        errors={errors.email}
      />
      <Input
        label="Password"
        name="password"
        {...constraints.password}
        type="password"
        autoComplete="new-password"
        description="12 characters or more. A few words that you remember are best."
        errors={errors.password}
      />
      <SubmitButton pendingText="Creating your account…">Create account</SubmitButton>
    </form>
  );
}
