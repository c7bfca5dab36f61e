import { getMail } from '@repo/db/queries/mails';
import { Moment } from '@repo/next/day';
import { Card } from '@repo/ui/card';
import { DescriptionList } from '@repo/ui/description-list';
import { PageHeader } from '@repo/ui/page-header';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { PlainText } from '@/features/dev-mail/plain-text.tsx';
import { page } from '@/page.ts';
import { PublicShell } from '@/shell/public-shell.tsx';

export const metadata: Metadata = { title: 'Mail' };

export default page(async function DevMailPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { recipient, subject, status, createdAt, content } = (await getMail(id)) ?? notFound();
  const items = [
    { term: 'To', details: recipient },
    { term: 'Status', details: status },
    { term: 'Written', details: <Moment date={createdAt} /> },
  ];
  return (
    <PublicShell>
      <PageHeader as={Link} title={subject} back={{ href: '/dev/mail', label: 'Mails' }} />
      <div className="grid gap-6">
        <Card>
          <DescriptionList items={items} className="wrap-anywhere" />
        </Card>
        {content ? (
          <>
            <Card title="As plain text">
              <PlainText text={content.text} />
            </Card>
            <Card title="As HTML">
              <iframe
                title="The mail as HTML"
                sandbox=""
                srcDoc={content.html}
                className="h-[32rem] w-full rounded-lg border bg-white"
              />
            </Card>
          </>
        ) : (
          <p>What it said is gone: it was delivered, or it expired.</p>
        )}
      </div>
    </PublicShell>
  );
});
