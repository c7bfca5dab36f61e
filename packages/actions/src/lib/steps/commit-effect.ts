import type { Session } from '@repo/auth/session';
import type { AfterCommitWork, Call } from '../call.ts';
import type { Claim } from '../idempotency/store.ts';
import type { ErrorMap, Fail } from '../fail.ts';
import { auditEvent } from '../report.ts';
import { keptAnswer, replay } from './claim-key.ts';

/** What the handler works with. */
interface Working {
  input: unknown;
  session: Session | null;
  prepared: unknown;
  fail: Fail<ErrorMap>;
}

/**
 * Runs the handler in a transaction with the claim of its key and its audit event: all or nothing. A call that had
 * its effect before is answered as it was then.
 * @param later is filled with the work for after the commit
 */
export function commitEffect(
  call: Call,
  working: Working,
  claim: Claim | null,
  later: AfterCommitWork[],
): Promise<unknown> {
  const { ports, definition, deadline } = call;
  const { idempotency } = ports;

  const effect = ports.transaction(async (tx) => {
    const earlier = claim && (await idempotency.claim(tx, claim));
    if (claim && earlier) {
      call.replayed = true;
      return replay(claim, earlier);
    }
    const data: unknown = await deadline.finish(() =>
      definition.handler({
        ...working,
        tx,
        afterCommit: (work: AfterCommitWork) => void later.push(work),
        app: ports.app,
        signal: deadline.signal,
      }),
    );
    const subjectId = definition.subject?.({ ...working, data }) ?? null;
    const answer = claim && keptAnswer(data, definition.secrets ?? []);
    const audited = ports.audit({ ...auditEvent(call), subjectId }, tx);
    await (claim && answer
      ? Promise.all([audited, idempotency.complete(tx, claim.id, answer)])
      : audited);
    return data;
  }, deadline.left());
  return deadline.outcome(effect);
}
