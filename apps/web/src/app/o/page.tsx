import { Card } from '@repo/ui/card';
import { EmptyState } from '@repo/ui/empty-state';
import { PageHeader } from '@repo/ui/page-header';
import { TextLink } from '@repo/ui/text-link';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { page } from '@/page.ts';
import { PublicShell } from '@/shell/public-shell.tsx';
import { requireSession } from '@/session.ts';

export const metadata = { title: 'Your teams' };

export default page(async function OrgsPage() {
  const { memberships } = await requireSession('/o');
  const [first] = memberships;
  if (first && memberships.length === 1) redirect(`/o/${first.org.slug}`);
  return (
    <PublicShell>
      <PageHeader title="Your teams" />
      {memberships.length === 0 && (
        <EmptyState title="You are in no team yet">Ask the owner of a team to add you.</EmptyState>
      )}
      <ul className="grid gap-3">
        {memberships.map(({ org, role }) => (
          <li key={org.id}>
            <Card
              title={
                <TextLink as={Link} href={`/o/${org.slug}`}>
                  {org.name}
                </TextLink>
              }
              description={`You are ${role} here.`}
            />
          </li>
        ))}
      </ul>
    </PublicShell>
  );
});
