import { APP_NAMES, type AppName } from '@repo/db/apps';
import type { AuditFilter } from '@repo/db/queries/audit';
import { minuteOf, oneOf, textOf, type SearchParams } from '@repo/next/query';

const MINUTE_MS = 60_000;

/** The audit log's filter as it stands in the address. Times are minutes in UTC, both included. */
export interface AuditQuery {
  actor: string | undefined;
  action: string | undefined;
  app: AppName | undefined;
  /** `done`, `refused`, or the code of a refusal. */
  outcome: string | undefined;
  /** What a page showed to somebody, and the log has. */
  reference: string | undefined;
  from: string | undefined;
  to: string | undefined;
}

/** Reads the filter out of an address. */
export function readAuditQuery(query: Awaited<SearchParams>): AuditQuery {
  return {
    actor: textOf(query.actor),
    action: textOf(query.action),
    app: oneOf(query.app, APP_NAMES),
    outcome: textOf(query.outcome),
    reference: textOf(query.reference),
    from: minuteOf(query.from),
    to: minuteOf(query.to),
  };
}

/** The filter as the query of the database takes it. */
export function auditFilter({ from, to, reference, ...query }: AuditQuery): AuditFilter {
  return {
    ...query,
    errorId: reference,
    from: from ? new Date(`${from}Z`) : undefined,
    before: to ? new Date(Date.parse(`${to}Z`) + MINUTE_MS) : undefined,
  };
}
