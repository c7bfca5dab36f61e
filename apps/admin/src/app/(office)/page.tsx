import { getOverview, listAuditEvents } from '@repo/db/queries/audit';
import { listDailyFigures } from '@repo/db/queries/figures';
import { getWebhookHealth } from '@repo/db/queries/webhook-events';
import { Card } from '@repo/ui/card';
import { PageHeader } from '@repo/ui/page-header';
import { Stat, Stats } from '@repo/ui/stat';
import { TextLink } from '@repo/ui/text-link';
import type { Metadata } from 'next';
import Link from 'next/link';
import { AuditTable } from '@/features/audit/audit-table.tsx';
import { DailyCharts } from '@/features/overview/daily-charts.tsx';
import { WebhooksStat } from '@/features/overview/webhooks-stat.tsx';
import { page } from '@/page.ts';
import { requireStaff } from '@/staff-visit.ts';

export const metadata: Metadata = { title: 'Overview' };

const SHOWN = 6;

export default page(async function OverviewPage() {
  await requireStaff('/');
  const [counts, days, latest, senders] = await Promise.all([
    getOverview(),
    listDailyFigures(),
    listAuditEvents(),
    getWebhookHealth(),
  ]);
  return (
    <>
      <PageHeader title="Overview" description="What is there, and what was done lately." />
      <div className="grid gap-6">
        <Stats>
          <Stat label="People" value={counts.people} hint={`${counts.disabled} disabled`} />
          <Stat label="Teams" value={counts.teams} />
          <Stat
            label="Published posts"
            value={counts.published}
            hint={`${counts.hidden} hidden by staff`}
          />
          <Stat label="Calls in 24 hours" value={counts.done} hint={`${counts.refused} refused`} />
          <WebhooksStat senders={senders} />
        </Stats>
        <DailyCharts days={days} />
        <Card
          flush
          title="Latest calls"
          footer={
            <TextLink as={Link} href="/audit">
              See the whole audit log
            </TextLink>
          }
        >
          <AuditTable events={latest.rows.slice(0, SHOWN)} />
        </Card>
      </div>
    </>
  );
});
