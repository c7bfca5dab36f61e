import type { AuditFilter } from '@repo/db/queries/audit';
import { minuteOf, textOf, type SearchParams } from '@repo/next/query';

const MINUTE_MS = 60_000;

/** The audit log's filter as it stands in the address. Times are minutes in UTC, both included. */
export interface AuditQuery {
  actor: string | undefined;
  action: string | undefined;
  from: string | undefined;
  to: string | undefined;
}

/** Reads the filter out of an address. */
export function readAuditQuery(query: Awaited<SearchParams>): AuditQuery {
  return {
    actor: textOf(query.actor),
    action: textOf(query.action),
    from: minuteOf(query.from),
    to: minuteOf(query.to),
  };
}

/** The filter as the query of the database takes it. */
export function auditFilter({ actor, action, from, to }: AuditQuery): AuditFilter {
  return {
    actor,
    action,
    from: from ? new Date(`${from}Z`) : undefined,
    before: to ? new Date(Date.parse(`${to}Z`) + MINUTE_MS) : undefined,
  };
}
