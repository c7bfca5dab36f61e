import { getUser, listMembershipsOf } from '@repo/db/queries/users';
import { Notice } from '@repo/next/notice';
import { textOf, type SearchParams } from '@repo/next/query';
import { ButtonLink } from '@repo/ui/button';
import { PageHeader } from '@repo/ui/page-header';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { USER_NOTICES } from '@/features/users/notices.ts';
import { EnableButton } from '@/features/users/user-actions.tsx';
import { UserCard } from '@/features/users/user-card.tsx';
import { page } from '@/page.ts';
import { getStaff, requireStaff } from '@/staff-visit.ts';

export const metadata: Metadata = { title: 'Person' };

interface UserPageProps {
  params: Promise<{ id: string }>;
  searchParams: SearchParams;
}

export default page(async function UserPage({ params, searchParams }: UserPageProps) {
  const { id } = await params;
  const session = await requireStaff(`/users/${id}`);
  const user = (await getUser(id)) ?? notFound();
  const mayDisable = (await getStaff('admin')) !== null && user.id !== session.user.id;
  const change = user.disabledAt ? (
    <EnableButton id={id} />
  ) : (
    <ButtonLink as={Link} href={`/users/${id}/disable`}>
      Disable…
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        as={Link}
        title={user.name}
        back={{ href: '/users', label: 'People' }}
        actions={mayDisable && change}
      />
      <Notice done={textOf((await searchParams).done)} texts={USER_NOTICES} />
      <UserCard user={user} memberships={await listMembershipsOf(user.id)} />
    </>
  );
});
