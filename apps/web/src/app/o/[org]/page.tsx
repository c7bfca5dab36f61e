import { idempotencyKey } from '@repo/actions/idempotency-key';
import { countPosts } from '@repo/db/queries/posts';
import { ButtonLink } from '@repo/ui/button';
import { Card } from '@repo/ui/card';
import { PageHeader } from '@repo/ui/page-header';
import { Stat, Stats } from '@repo/ui/stat';
import type { Metadata } from 'next';
import Link from 'next/link';
import { QuickDraftForm } from '@/features/posts/quick-draft-form.tsx';
import { requireOrgVisit } from '@/org-visit.ts';
import { page } from '@/page.ts';

export const metadata: Metadata = { title: 'Overview' };

export default page(async function OrgPage({ params }: { params: Promise<{ org: string }> }) {
  const { org } = await params;
  const session = await requireOrgVisit(org, `/o/${org}`);
  const counts = await countPosts(session.org.id);
  return (
    <>
      <PageHeader
        title={session.org.name}
        description={`You are ${session.role} here.`}
        actions={
          session.role !== 'member' && (
            <ButtonLink as={Link} href={`/o/${org}/posts/new`} variant="primary">
              New post
            </ButtonLink>
          )
        }
      />
      <Stats>
        <Stat label="Published" value={counts.published} hint="Anyone can read these." />
        <Stat label="Drafts" value={counts.draft} hint="Only your team sees these." />
        <Stat label="Hidden" value={counts.hidden} hint="Taken down by staff." />
      </Stats>
      {session.role !== 'member' && (
        <Card
          className="mt-6 max-w-2xl"
          title="Quick draft"
          description="A title and some text; the rest can wait."
        >
          <QuickDraftForm org={org} formKey={idempotencyKey('posts.create')} />
        </Card>
      )}
    </>
  );
});
