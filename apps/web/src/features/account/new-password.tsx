import type { FieldConstraints } from '@repo/actions/constraints';
import { Input } from '@repo/ui/input';

interface NewPasswordProps {
  /** Whose password: browsers that keep passwords keep it with this. */
  email: string;
  constraints: FieldConstraints | undefined;
  errors: string[] | undefined;
}

/** A password that somebody chooses. */
export function NewPassword({ email, constraints, errors }: NewPasswordProps) {
  return (
    <>
      <input type="hidden" autoComplete="username" defaultValue={email} />
      <Input
        label="Password"
        name="password"
        {...constraints}
        type="password"
        autoComplete="new-password"
        description="12 characters or more. A few words that you remember are best."
        errors={errors}
      />
    </>
  );
}
