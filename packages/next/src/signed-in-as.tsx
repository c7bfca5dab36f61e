import { Avatar } from '@repo/ui/avatar';
import { SignOutForm } from './sign-out-form.tsx';

interface SignedInAsProps {
  user: { id: string; name: string };
}

/**
 * Who is signed in, and the way out: for the `user` of `Shell`. It marks the page as that person's, so that what was
 * typed before it was loaded again comes back to nobody else.
 */
export function SignedInAs({ user: { id, name } }: SignedInAsProps) {
  return (
    <div data-visitor={id} className="flex min-w-0 flex-1 flex-wrap items-center gap-2">
      <Avatar name={name} size="sm" />
      <span className="min-w-0 flex-1 truncate text-sm">{name}</span>
      <SignOutForm />
    </div>
  );
}
