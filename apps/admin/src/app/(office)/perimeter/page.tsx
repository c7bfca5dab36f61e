import { listOutcomeFigures } from '@repo/db/queries/figures';
import { PageHeader } from '@repo/ui/page-header';
import type { Metadata } from 'next';
import { AppPerimeter } from '@/features/perimeter/app-perimeter.tsx';
import { locks } from '@/features/perimeter/locks.ts';
import { page } from '@/page.ts';
import { requireStaff } from '@/staff-visit.ts';

export const metadata: Metadata = { title: 'Perimeter' };

const WEEK_MS = 7 * 86_400_000;

export default page(async function PerimeterPage() {
  await requireStaff('/perimeter');
  const counted = await listOutcomeFigures();
  const since = new Date(Date.now() - WEEK_MS);
  return (
    <>
      <PageHeader
        title="Perimeter"
        description={
          <>
            <p>
              Everything that can be called and changes something: by whom, and how calls ended.
            </p>
            <p className="mt-1">
              What a limit stopped (RATE_LIMITED) or another site sent (CROSS_ORIGIN) is in the log
              only, and not counted here.
            </p>
          </>
        }
      />
      <div className="grid gap-6">
        {locks.map((lock) => (
          <AppPerimeter key={lock.app} lock={lock} counted={counted} since={since} />
        ))}
      </div>
    </>
  );
});
