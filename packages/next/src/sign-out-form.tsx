'use client';

import { signOut } from '@repo/actions/account/shared/actions';
import { useActionForm } from '@repo/actions/react';
import { FormError } from '@repo/ui/form-error';
import { SubmitButton } from '@repo/ui/submit-button';

/** Signs out of the app that shows it. */
export function SignOutForm() {
  const { state, form } = useActionForm(signOut);
  return (
    <form {...form}>
      <FormError errors={state.errors._form} />
      <SubmitButton variant="quiet" size="sm" pendingText="Signing out…">
        Sign out
      </SubmitButton>
    </form>
  );
}
