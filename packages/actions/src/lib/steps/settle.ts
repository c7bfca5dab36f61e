import type { AfterCommitWork, Call } from '../call.ts';
import { invalidate, type Invalidation } from '../invalidation.ts';
import { logSurprise } from '../report.ts';

/**
 * Work after the commit. Nothing here can undo what is committed: a failure is logged, and the outcome stays. The
 * framework's control flow is kept for the end of the call, so that it stops nothing that still has to happen.
 */
export function settle<T>(
  call: Call,
  work: () => T | Promise<T>,
): T | undefined | Promise<T | undefined> {
  try {
    const done = work();
    return done instanceof Promise ? done.catch((error: unknown) => keep(call, error)) : done;
  } catch (error) {
    return keep(call, error);
  }
}

function keep(call: Call, error: unknown): undefined {
  if (isControlFlow(call, error)) call.controlFlow ??= { thrown: error };
  else logSurprise(call, error, 'failed after the commit');
}

/** Whether this is what the framework throws to redirect or to render something else: no error. */
export function isControlFlow({ ports }: Pick<Call, 'ports'>, error: unknown): boolean {
  try {
    ports.rethrowControlFlow(error);
    return false;
  } catch {
    return true;
  }
}

/** Runs what the handler kept for later; one failure does not stop the others. */
export async function runAfterCommit(call: Call, later: readonly AfterCommitWork[]): Promise<void> {
  for (const work of later) {
    await settle(call, async () => work({ cookies: await call.ports.cookies() }));
  }
}

/** Tells the caches what is stale: each thing once; one failure does not stop the others. */
export async function invalidateAfter(
  call: Call,
  list: () => readonly Invalidation[],
): Promise<void> {
  const stale = (await settle(call, list)) ?? [];
  if (stale.length === 0) return;
  const distinct = new Map(stale.map((item) => [JSON.stringify(item), item]));
  for (const item of distinct.values()) await settle(call, () => invalidate(call.ports, item));
}
