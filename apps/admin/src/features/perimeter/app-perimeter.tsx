import type { OutcomeFigure } from '@repo/db/queries/figures';
import { Card } from '@repo/ui/card';
import { ActionsTable } from './actions-table.tsx';
import { figuresOf } from './figures.ts';
import { HandlersTable } from './handlers-table.tsx';
import type { AppLock } from './locks.ts';

interface AppPerimeterProps {
  lock: AppLock;
  counted: readonly OutcomeFigure[];
  /** When the 7 days began. */
  since: Date;
}

/** All that the world can call in one app. */
export function AppPerimeter({ lock, counted, since }: AppPerimeterProps) {
  const { done, refused } = figuresOf(counted, { app: lock.app });
  return (
    <>
      <Card
        flush
        title={`Server Actions of ${lock.app}`}
        description={`${lock.actions.length} actions for: ${lock.exposes.join(', ')}. In 7 days ${done.week} calls were done and ${refused.week} refused.`}
      >
        <ActionsTable lock={lock} counted={counted} since={since} />
      </Card>
      <Card flush title={`Route handlers of ${lock.app} that accept writes`}>
        <HandlersTable lock={lock} />
      </Card>
    </>
  );
}
