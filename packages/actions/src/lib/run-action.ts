import type { Result } from '../result.ts';
import { createCall, type AfterCommitWork, type Call } from './call.ts';
import type { AnyDefinition } from './definition.ts';
import { failOf } from './fail.ts';
import { formShapeOf } from './form-data/shape.ts';
import { currentPorts } from './ports.ts';
import { refuse } from './refusal.ts';
import { auditEvent, failureOf, logCall } from './report.ts';
import { enforceLimitAlso } from './steps/enforce-limit-also.ts';
import { enforceLimit } from './steps/enforce-limit.ts';
import { normaliseArguments } from './steps/normalise-arguments.ts';
import { requireAccess } from './steps/require-access.ts';
import { requireSameOrigin } from './steps/require-same-origin.ts';
import { invalidateAfter, isControlFlow, runAfterCommit, settle } from './steps/settle.ts';
import { validate } from './steps/validate.ts';
import { traceCall } from './trace-call.ts';

interface Outcome {
  result: Result<unknown, string>;
  location?: string | undefined;
}

/** Runs one call through all steps. Expected refusals and surprises become results; redirects are thrown on. */
export async function runAction(
  definition: AnyDefinition,
  args: readonly unknown[],
): Promise<unknown> {
  const call = createCall(currentPorts(), definition);
  return traceCall(call, () => runCall(call, args));
}

async function runCall(call: Call, args: readonly unknown[]): Promise<unknown> {
  let outcome: Outcome;
  try {
    outcome = await runSteps(call, args);
  } catch (error) {
    if (isControlFlow(call, error)) {
      logCall(call, 'LEFT_BY_FRAMEWORK');
      throw error;
    }
    outcome = { result: await failureOf(call, error) };
  }
  // 13. Log. 14. Redirect, or answer.
  const { result, location } = outcome;
  logCall(call, result.ok ? 'done' : result.code);
  if (call.controlFlow) throw call.controlFlow.thrown;
  if (location !== undefined) call.ports.redirect(location);
  return result;
}

async function runSteps(call: Call, rawArgs: readonly unknown[]): Promise<Outcome> {
  const { ports, definition } = call;
  // 1. A form or an object; the previous state is never trusted.
  const args = (call.args = normaliseArguments(rawArgs, definition.bound));
  const shape = (call.shape = formShapeOf(definition.input, definition.bound));
  // 2. From our own pages, where a cookie says who is calling.
  const request = await ports.request();
  if (!ports.cookieless) requireSameOrigin(ports.app, request);
  // 3. Who is calling.
  call.session = await ports.caller();
  // 4. Not too often; counted for those who will be refused, too.
  await enforceLimit(ports, definition, call.session, request);
  call.counted = true;
  // 5. Who may call.
  const session = (call.session = requireAccess(
    ports,
    definition.access,
    call.session,
    args.orgSlug,
  ));
  // 6. What was sent.
  const input = await validate(definition.input, shape, args);
  // 7. Not too often for what it is about.
  await enforceLimitAlso(call, { input, session });
  const fail = failOf(definition.errors);
  // 8. Rules about this very row.
  const db = ports.database();
  const allowed = (await definition.authorize?.({ input, session, db, fail })) ?? true;
  if (!allowed) throw refuse('FORBIDDEN');
  // 9. Slow work, before a connection is held.
  const prepared: unknown = await definition.prepare?.({ input, session, db, fail });
  // 10. The effect and its audit event: both or neither.
  const later: AfterCommitWork[] = [];
  const data: unknown = await ports.transaction(async (tx) => {
    const afterCommit = (work: AfterCommitWork) => void later.push(work);
    const made: unknown = await definition.handler({
      input,
      session,
      tx,
      prepared,
      fail,
      afterCommit,
      app: ports.app,
    });
    const subjectId = definition.subject?.({ input, session, data: made }) ?? null;
    await ports.audit({ ...auditEvent(call), subjectId }, tx);
    return made;
  });
  // 11. Cookies. 12. Stale caches.
  const done = { input, session, data };
  await runAfterCommit(call, later);
  await invalidateAfter(call, () => definition.invalidates?.(done) ?? []);
  const location = await settle(call, () => definition.redirectTo?.(done));
  return { result: { ok: true, data, errors: {} }, location };
}
