import { AsyncLocalStorage } from 'node:async_hooks';
import type { Transaction } from '@repo/db/client';
import { auditEvents } from '@repo/db/schema';

/** Somebody who may write posts of an org. */
export interface Author {
  id: string;
  orgId: string;
}

const acting = new AsyncLocalStorage<Author | null>();
const counts = new Map<string, number>();

/** What a product has anyway: who is calling, as its session says. */
export async function currentAuthor(): Promise<Author | null> {
  return acting.getStore() ?? null;
}

/** For its tests: calls as this person. */
export function actAs<T>(author: Author | null, work: () => Promise<T>): Promise<T> {
  return acting.run(author, work);
}

/** Its limit: counts a call, and says whether it may go on. */
export async function underLimit(name: string, { id }: Author, max = 10): Promise<boolean> {
  const key = `${name}:${id}`;
  counts.set(key, (counts.get(key) ?? 0) + 1);
  return (counts.get(key) ?? 0) <= max;
}

/** Its audit log. */
export async function recordAudit(
  tx: Transaction,
  action: string,
  author: Author,
  subjectId: string,
): Promise<void> {
  const { id: actorId, orgId } = author;
  await tx
    .insert(auditEvents)
    .values({ app: 'web', action, outcome: 'done', actorId, orgId, subjectId, errorId: null });
}

/** Its guard of routes: a request comes from a page of its own. */
export function isSameOrigin(request: Request): boolean {
  const origin = request.headers.get('origin');
  return origin !== null && new URL(origin).host === request.headers.get('host');
}
