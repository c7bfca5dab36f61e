import { ShareBar } from '@repo/ui/share-bar';
import { CallsLink } from './calls-link.tsx';
import type { Figures } from './figures.ts';

interface WeekCellProps {
  app: string;
  action: string;
  figures: Figures;
  /** What a full bar stands for: the calls of the busiest action. */
  of: number;
  since: Date;
}

/** Calls of 7 days: in words, as a bar beside those of the other actions, and refusals by code. */
export function WeekCell({ app, action, figures, of, since }: WeekCellProps) {
  const { done, refused, codes } = figures;
  if (done.week + refused.week === 0)
    return <span className="text-muted-foreground">No calls</span>;
  return (
    <div className="grid gap-1.5 tabular-nums">
      <span>
        {done.week} done, {refused.week} refused
      </span>
      <ShareBar good={done.week} bad={refused.week} of={of} />
      {codes.length > 0 && (
        <ul className="grid gap-0.5 text-[0.8125rem]">
          {codes.map(({ outcome, week }) => (
            <li key={outcome} className="wrap-anywhere">
              <CallsLink app={app} action={action} outcome={outcome} since={since}>
                {outcome}
              </CallsLink>{' '}
              <span className="text-muted-foreground">{week}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
