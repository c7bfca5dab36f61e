import { AlertBox, danger } from './lib/alert-box.tsx';

export interface FormErrorProps {
  /** Errors of the form as a whole: `state.errors._form`. Nothing is rendered without any. */
  errors?: readonly string[];
  /** The id under which the log knows this failure: `state.errorId`. */
  errorId?: string;
}

/** Announces what went wrong with the whole form. Focusable by script, so that a form hook can move the focus to it. */
export function FormError({ errors = [], errorId }: FormErrorProps) {
  if (errors.length === 0) return null;
  return (
    <AlertBox tone={danger} role="alert" tabIndex={-1}>
      {errors.map((error) => (
        <p key={error} className="font-medium">
          {error}
        </p>
      ))}
      {errorId && (
        <p className="mt-1 text-xs text-muted-foreground">
          Reference <code className="font-mono select-all">{errorId}</code>
        </p>
      )}
    </AlertBox>
  );
}
