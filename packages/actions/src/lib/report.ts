import type { Failure, Values } from '../result.ts';
import type { Call } from './call.ts';
import { classifyError, describeError } from './classify-error.ts';
import { countCall } from './count-call.ts';
import { secretTexts, typedValues } from './form-data/typed-values.ts';
import type { AuditEvent } from './ports.ts';
import { Refusal, refuse } from './refusal.ts';

/** These ask to submit the same once more. An earlier submit of it may have been saved, so it keeps its key. */
const SAME_AGAIN = new Set(['RATE_LIMITED', 'UNAUTHENTICATED', 'UNAVAILABLE', 'TIMEOUT']);

/** The audit event of a call, as done; a refusal sets its own outcome. */
export function auditEvent({ ports, definition, session, errorId }: Call): AuditEvent {
  return {
    app: ports.app,
    action: definition.id,
    outcome: 'done',
    actorId: session?.user.id ?? null,
    orgId: session && 'org' in session ? (session.org as { id: string }).id : null,
    subjectId: null,
    errorId,
  };
}

/** The answer to a call that did not succeed. A surprise is logged in full and told to nobody. */
export async function failureOf(call: Call, error: unknown): Promise<Failure<string>> {
  const expected = error instanceof Refusal;
  const failure: Failure<string> = expected ? error.failure : refuse(classifyError(error)).failure;
  if (!expected) logSurprise(call, error, 'action failed unexpectedly');
  call.uncertain = !expected || SAME_AGAIN.has(failure.code);
  await auditRefusal(call, failure.code);
  const values = valuesFor(call, failure.code);
  return { ...failure, ...(values && { values }), errorId: call.errorId };
}

/** What was typed, for the form. Another site's input never fills a form of ours. */
function valuesFor({ definition, args, shape }: Call, code: string): Values | null {
  if (!args?.form || !shape || code === 'CROSS_ORIGIN') return null;
  return typedValues(args.form, shape, definition.secrets ?? []);
}

/** A flood must not fill the audit log: what the limit did not let pass leaves a log line only. */
async function auditRefusal(call: Call, outcome: string): Promise<void> {
  if (!call.counted) return;
  try {
    await call.ports.audit({ ...auditEvent(call), outcome });
  } catch (error) {
    logSurprise(call, error, 'refusal not audited');
  }
}

/** Logs an error with its id, without query parameters and without the secrets that the user typed. */
export function logSurprise(
  { ports, definition, args, errorId }: Call,
  error: unknown,
  message: string,
): void {
  const secrets = [args?.form ?? args?.object, args?.bound].flatMap((sent) =>
    sent ? secretTexts(sent, definition.secrets ?? []) : [],
  );
  ports.logger.error(
    { action: definition.id, errorId, err: describeError(error, secrets) },
    message,
  );
}

/** One line per call, and one count. */
export function logCall(call: Call, outcome: string): void {
  const { ports, session, errorId } = call;
  const { id } = call.definition;
  const elapsed = performance.now() - call.startedAt;
  const ms = Math.round(elapsed * 10) / 10;
  call.outcome = outcome;
  countCall(call, outcome, elapsed);
  ports.logger.info(
    { action: id, outcome, errorId, user: session?.user.id, ms },
    `${id} ${outcome}`,
  );
}
