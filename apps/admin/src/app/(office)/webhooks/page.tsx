import { getWebhookHealth, listWebhookEvents } from '@repo/db/queries/webhook-events';
import { pageNumber, withQuery, type SearchParams } from '@repo/next/query';
import { Card } from '@repo/ui/card';
import { PageHeader } from '@repo/ui/page-header';
import { Pagination } from '@repo/ui/pagination';
import type { Metadata } from 'next';
import Link from 'next/link';
import { HealthTable } from '@/features/webhooks/health-table.tsx';
import { withSilent } from '@/features/webhooks/senders.ts';
import { WebhooksFilter } from '@/features/webhooks/webhooks-filter.tsx';
import { readWebhooksQuery } from '@/features/webhooks/webhooks-query.ts';
import { WebhooksTable } from '@/features/webhooks/webhooks-table.tsx';
import { page } from '@/page.ts';
import { requireStaff } from '@/staff-visit.ts';

export const metadata: Metadata = { title: 'Webhooks' };

export default page(async function WebhooksPage({ searchParams }: { searchParams: SearchParams }) {
  await requireStaff('/webhooks');
  const search = await searchParams;
  const senders = withSilent(await getWebhookHealth());
  const providers = senders.map(({ provider }) => provider);
  const query = readWebhooksQuery(search, providers);
  const isFiltered = Object.values(query).some(Boolean);
  const list = await listWebhookEvents({ ...query, page: pageNumber(search.page) });
  return (
    <>
      <PageHeader
        title="Webhooks"
        description="What other systems sent and signed, and what became of it. Times are UTC."
      />
      <div className="mb-8">
        <Card flush title="Senders">
          <HealthTable senders={senders} />
        </Card>
      </div>
      <WebhooksFilter providers={providers} {...query} />
      <div className="grid gap-4">
        <Card flush title={list.total === 1 ? '1 event' : `${list.total} events`}>
          <WebhooksTable events={list.rows} isFiltered={isFiltered} />
        </Card>
        <Pagination
          as={Link}
          page={list.page}
          pageCount={list.pageCount}
          href={(page) => withQuery('/webhooks', { ...query, page })}
        />
      </div>
    </>
  );
});
