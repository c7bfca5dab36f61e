import type { AfterCommitWork, Call } from '../call.ts';
import { invalidate, type Invalidation } from '../invalidation.ts';
import { logSurprise } from '../report.ts';

/**
 * Work after the commit. Nothing here can undo what is committed: a failure is logged, and the outcome stays.
 */
export async function settle<T>(call: Call, work: () => T | Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    call.ports.rethrowControlFlow(error);
    logSurprise(call, error, 'failed after the commit');
    return undefined;
  }
}

/** Runs what the handler kept for later; one failure does not stop the others. */
export async function runAfterCommit(call: Call, later: readonly AfterCommitWork[]): Promise<void> {
  for (const work of later) {
    await settle(call, async () => work({ cookies: await call.ports.cookies() }));
  }
}

/** Tells the caches what is stale. */
export function invalidateAfter(call: Call, stale: () => readonly Invalidation[]): Promise<void> {
  return settle(call, () => invalidate(call.ports, stale()));
}
