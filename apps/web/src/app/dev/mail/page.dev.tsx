import { listLatestMails } from '@repo/db/queries/mails';
import { PageHeader } from '@repo/ui/page-header';
import type { Metadata } from 'next';
import { MailsTable } from '@/features/dev-mail/mails-table.tsx';
import { PublicShell } from '@/shell/public-shell.tsx';

export const metadata: Metadata = { title: 'Mails' };

export default async function DevMailsPage() {
  return (
    <PublicShell>
      <PageHeader
        title="Mails"
        description="What would have been sent: in development mails stay here, unless SMTP_URL is set."
      />
      <MailsTable mails={await listLatestMails()} />
    </PublicShell>
  );
}
