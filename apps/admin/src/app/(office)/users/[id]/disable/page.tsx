import { getUser } from '@repo/db/queries/users';
import { Alert } from '@repo/ui/alert';
import { ButtonLink } from '@repo/ui/button';
import { PageHeader } from '@repo/ui/page-header';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { DisableButton } from '@/features/users/user-actions.tsx';
import { page } from '@/page.ts';
import { requireStaff } from '@/staff-visit.ts';

export const metadata: Metadata = { title: 'Disable an account' };

export default page(async function DisableUserPage({
  params,
}: {
  params: Promise<{ id: string }>;
}) {
  const { id } = await params;
  const path = `/users/${id}`;
  await requireStaff(`${path}/disable`, 'admin');
  const user = (await getUser(id)) ?? notFound();
  return (
    <>
      <PageHeader as={Link} title="Disable this account?" back={{ href: path, label: user.name }} />
      <Alert tone="warning" title={`${user.name}, ${user.email}`}>
        All sessions of this person end now, in both apps, and signing in is refused until the
        account is enabled again. What the person wrote stays as it is.
      </Alert>
      <div className="mt-6 flex flex-wrap items-start gap-3">
        <DisableButton id={id} />
        <ButtonLink as={Link} href={path}>
          Leave it enabled
        </ButtonLink>
      </div>
    </>
  );
});
