'use client';

import { signUp } from '@repo/actions/account/actions';
import { useActionForm } from '@repo/actions/react';
import { FormError } from '@repo/ui/form-error';
import { Input } from '@repo/ui/input';
import { SubmitButton } from '@repo/ui/submit-button';

export function SignUpForm() {
  const { state, form, value } = useActionForm(signUp);
  const { errors } = state;
  return (
    <form {...form} className="grid gap-5">
      <FormError errors={errors._form} errorId={state.ok ? undefined : state.errorId} />
      <Input
        label="Your name"
        name="name"
        autoComplete="name"
        required
        maxLength={100}
        defaultValue={value('name')}
        errors={errors.name}
      />
      <Input
        label="Team"
        name="orgName"
        autoComplete="organization"
        description="Your posts appear under this name."
        required
        maxLength={100}
        defaultValue={value('orgName')}
        errors={errors.orgName}
      />
      <Input
        label="Email"
        name="email"
        type="email"
        autoComplete="username"
        required
        maxLength={254}
        defaultValue={value('email')}
        errors={errors.email}
      />
      <Input
        label="Password"
        name="password"
        type="password"
        autoComplete="new-password"
        description="12 characters or more. A few words that you remember are best."
        required
        minLength={12}
        maxLength={256}
        errors={errors.password}
      />
      <SubmitButton pendingText="Creating your account…">Create account</SubmitButton>
    </form>
  );
}
