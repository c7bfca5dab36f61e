'use client';

import { signIn } from '@repo/actions/account/shared/actions';
import { useActionForm } from '@repo/actions/react';
import { Input } from '@repo/ui/input';
import { SubmitButton } from '@repo/ui/submit-button';
import { FormFailure } from './form-failure.tsx';

/** Signs in to the app that shows it, then goes to `next`, a path of that app. */
export function SignInForm({ next }: { next: string }) {
  const { state, form, value } = useActionForm(signIn);
  return (
    <form {...form} className="grid gap-5">
      <FormFailure state={state} />
      <input type="hidden" name="next" value={next} />
      <Input
        label="Email"
        name="email"
        type="email"
        autoComplete="username"
        required
        defaultValue={value('email')}
        errors={state.errors.email}
      />
      <Input
        label="Password"
        name="password"
        type="password"
        autoComplete="current-password"
        required
        errors={state.errors.password}
      />
      <SubmitButton pendingText="Signing in…">Sign in</SubmitButton>
    </form>
  );
}
