'use client';

import { signOut } from '@repo/actions/account/shared/actions';
import { useActionForm } from '@repo/actions/react';
import { SubmitButton } from '@repo/ui/submit-button';
import { FormFailure } from './form-failure.tsx';

/** Signs out of the app that shows it. */
export function SignOutForm() {
  const { state, form } = useActionForm(signOut);
  return (
    <form {...form}>
      <FormFailure state={state} />
      <SubmitButton variant="quiet" size="sm" pendingText="Signing out…">
        Sign out
      </SubmitButton>
    </form>
  );
}
