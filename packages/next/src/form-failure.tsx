import type { State } from '@repo/actions/react';
import { FormError } from '@repo/ui/form-error';
import { TextLink } from '@repo/ui/text-link';

/** Failures of ours: the log has more of them, under the id that is shown. */
const SURPRISES: readonly string[] = ['INTERNAL', 'UNAVAILABLE', 'TIMEOUT'];

/** What is wrong with a form as a whole; when the session ended, with the way to sign in and come back to this tab. */
export function FormFailure({ state }: { state: State<unknown, string> }) {
  if (state.ok) return null;
  const surprise = SURPRISES.includes(state.code ?? '');
  return (
    <>
      <FormError errors={state.errors._form} errorId={surprise ? state.errorId : undefined} />
      {state.code === 'UNAUTHENTICATED' && (
        <p className="text-sm">
          <TextLink href="/sign-in?next=/signed-in" target="_blank" rel="noopener">
            Sign in in a new tab
          </TextLink>
        </p>
      )}
    </>
  );
}
