import { cn } from './cn.ts';

/** A grey block in the size of what is being loaded (`className="h-4 w-32"`). */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={cn('block animate-pulse rounded-md bg-accent', className)}
    />
  );
}
