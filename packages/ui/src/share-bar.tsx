import { cn } from './cn.ts';

export interface ShareBarProps {
  /** What went well, and what did not. */
  good: number;
  bad: number;
  /** How much the whole bar stands for. */
  of: number;
  className?: string;
}

/** Two numbers as parts of a line. Hidden from assistive technology: write the numbers beside it. */
export function ShareBar({ good, bad, of, className }: ShareBarProps) {
  return (
    <svg
      viewBox={`0 0 ${Math.max(1, of)} 1`}
      preserveAspectRatio="none"
      aria-hidden="true"
      className={cn('block h-1.5 w-full rounded-full bg-muted', className)}
    >
      <rect width={good} height={1} className="fill-primary" />
      <rect x={good} width={bad} height={1} className="fill-danger-text" />
    </svg>
  );
}
