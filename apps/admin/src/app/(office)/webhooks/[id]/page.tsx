import { refuseReplay } from '@repo/actions/webhooks/refuse-replay';
import { getWebhookEvent } from '@repo/db/queries/webhook-events';
import { Notice } from '@repo/next/notice';
import { textOf, type SearchParams } from '@repo/next/query';
import { PageHeader } from '@repo/ui/page-header';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { EventCard } from '@/features/webhooks/event-card.tsx';
import { WEBHOOK_NOTICES } from '@/features/webhooks/notices.ts';
import { PayloadCard } from '@/features/webhooks/payload-card.tsx';
import { ReplayButton } from '@/features/webhooks/replay-button.tsx';
import { page } from '@/page.ts';
import { getStaff, requireStaff } from '@/staff-visit.ts';

export const metadata: Metadata = { title: 'Webhook event' };

interface WebhookPageProps {
  params: Promise<{ id: string }>;
  searchParams: SearchParams;
}

export default page(async function WebhookPage({ params, searchParams }: WebhookPageProps) {
  const { id } = await params;
  await requireStaff(`/webhooks/${id}`);
  const event = (await getWebhookEvent(id)) ?? notFound();
  const isAdmin = (await getStaff('admin')) !== null;
  return (
    <>
      <PageHeader
        as={Link}
        title={event.type}
        back={{ href: '/webhooks', label: 'Webhooks' }}
        actions={isAdmin && refuseReplay(event) === null && <ReplayButton id={event.id} />}
      />
      <Notice done={textOf((await searchParams).done)} texts={WEBHOOK_NOTICES} />
      <div className="grid gap-6">
        <EventCard event={event} />
        <PayloadCard payload={isAdmin ? event.payload : null} />
      </div>
    </>
  );
});
