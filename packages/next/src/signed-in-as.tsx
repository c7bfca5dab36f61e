import { Avatar } from '@repo/ui/avatar';
import { SignOutForm } from './sign-out-form.tsx';

/** Who is signed in, and the way out: for the `user` of `Shell`. */
export function SignedInAs({ name }: { name: string }) {
  return (
    <div className="flex min-w-0 flex-1 flex-wrap items-center gap-2">
      <Avatar name={name} size="sm" />
      <span className="min-w-0 flex-1 truncate text-sm">{name}</span>
      <SignOutForm />
    </div>
  );
}
