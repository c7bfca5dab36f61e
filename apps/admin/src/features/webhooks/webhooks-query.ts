import type { WebhookFilter } from '@repo/db/queries/webhook-events';
import { oneOf, textOf, type SearchParams } from '@repo/next/query';

const STATUSES = ['failed', 'received', 'applied', 'recorded'] as const;

/** The filter of the inbox as it stands in the address; a sender or a status that is none filters nothing. */
export function readWebhooksQuery(query: Awaited<SearchParams>, providers: readonly string[]) {
  return {
    search: textOf(query.search),
    provider: oneOf(query.provider, providers),
    status: oneOf(query.status, STATUSES),
  } satisfies WebhookFilter;
}
