import type { OutcomeFigure } from '@repo/db/queries/figures';

/** How many calls. */
export interface Count {
  /** In 24 hours. */
  day: number;
  /** In 7 days. */
  week: number;
}

/** How the calls of one action ended in one app, or those of all. */
export interface Figures {
  done: Count;
  refused: Count;
  /** Refusals by their code, the most frequent first. */
  codes: readonly OutcomeFigure[];
}

/** The sum of what is counted, of one action or of all. */
export function figuresOf(
  counted: readonly OutcomeFigure[],
  { app, action }: { app: string; action?: string },
): Figures {
  const own = counted.filter((it) => it.app === app && (!action || it.action === action));
  const codes = own.filter(({ outcome }) => outcome !== 'done');
  return { done: sum(own.filter(({ outcome }) => outcome === 'done')), refused: sum(codes), codes };
}

/** How many calls the busiest of these actions had in 7 days. */
export function busiest(all: readonly Figures[]): number {
  return Math.max(0, ...all.map(({ done, refused }) => done.week + refused.week));
}

function sum(counts: readonly Count[]): Count {
  return {
    day: counts.reduce((total, { day }) => total + day, 0),
    week: counts.reduce((total, { week }) => total + week, 0),
  };
}
