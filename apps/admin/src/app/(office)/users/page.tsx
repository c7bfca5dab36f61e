import { listUsers } from '@repo/db/queries/users';
import { oneOf, pageNumber, textOf, withQuery, type SearchParams } from '@repo/next/query';
import { Card } from '@repo/ui/card';
import { PageHeader } from '@repo/ui/page-header';
import { Pagination } from '@repo/ui/pagination';
import type { Metadata } from 'next';
import Link from 'next/link';
import { USER_STATUSES, UsersFilter } from '@/features/users/users-filter.tsx';
import { UsersTable } from '@/features/users/users-table.tsx';
import { page } from '@/page.ts';
import { requireStaff } from '@/staff-visit.ts';

export const metadata: Metadata = { title: 'People' };

export default page(async function UsersPage({ searchParams }: { searchParams: SearchParams }) {
  await requireStaff('/users');
  const query = await searchParams;
  const filter = { search: textOf(query.search), status: oneOf(query.status, USER_STATUSES) };
  const list = await listUsers({ ...filter, page: pageNumber(query.page) });
  return (
    <>
      <PageHeader title="People" description={`${list.total} in all`} />
      <UsersFilter path="/users" {...filter} />
      <div className="grid gap-4">
        <Card flush>
          <UsersTable users={list.rows} />
        </Card>
        <Pagination
          as={Link}
          page={list.page}
          pageCount={list.pageCount}
          href={(page) => withQuery('/users', { ...filter, page })}
        />
      </div>
    </>
  );
});
