import { listAuditedActions, listAuditEvents } from '@repo/db/queries/audit';
import { NoMatch } from '@repo/next/no-match';
import { pageNumber, withQuery, type SearchParams } from '@repo/next/query';
import { Card } from '@repo/ui/card';
import { PageHeader } from '@repo/ui/page-header';
import { Pagination } from '@repo/ui/pagination';
import type { Metadata } from 'next';
import Link from 'next/link';
import { AuditFilterBar } from '@/features/audit/audit-filter-bar.tsx';
import { auditFilter, readAuditQuery } from '@/features/audit/audit-query.ts';
import { AuditTable } from '@/features/audit/audit-table.tsx';
import { page } from '@/page.ts';
import { requireStaff } from '@/staff-visit.ts';

export const metadata: Metadata = { title: 'Audit log' };

export default page(async function AuditPage({ searchParams }: { searchParams: SearchParams }) {
  await requireStaff('/audit');
  const search = await searchParams;
  const query = readAuditQuery(search);
  const [list, actions] = await Promise.all([
    listAuditEvents({ ...auditFilter(query), page: pageNumber(search.page) }),
    listAuditedActions(),
  ]);
  return (
    <>
      <PageHeader
        title="Audit log"
        description={`${list.total} in all: calls of actions, done and refused. Times are UTC.`}
      />
      <AuditFilterBar actions={actions} {...query} />
      <div className="grid gap-4">
        <Card flush>
          <AuditTable
            events={list.rows}
            empty={
              <NoMatch title="No call matches" all={{ href: '/audit', label: 'Show all calls' }} />
            }
          />
        </Card>
        <Pagination
          as={Link}
          page={list.page}
          pageCount={list.pageCount}
          href={(page) => withQuery('/audit', { ...query, page })}
        />
      </div>
    </>
  );
});
