import type { Result } from '../result.ts';
import { createCall, type AfterCommitWork, type Call } from './call.ts';
import type { AnyDefinition } from './definition.ts';
import { failOf } from './fail.ts';
import { formShapeOf } from './form-data/shape.ts';
import { currentPorts } from './ports.ts';
import { refuse } from './refusal.ts';
import { failureOf, logCall } from './report.ts';
import { readClaim } from './steps/claim-key.ts';
import { commitEffect } from './steps/commit-effect.ts';
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
export function runAction(definition: AnyDefinition, args: readonly unknown[]): Promise<unknown> {
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
  const { location } = outcome;
  const result = withNextKey(call, outcome.result);
  logCall(call, result.ok ? (call.replayed ? 'replayed' : 'done') : result.code);
  if (call.controlFlow) throw call.controlFlow.thrown;
  if (location !== undefined) call.ports.redirect(location);
  return result;
}

async function runSteps(call: Call, rawArgs: readonly unknown[]): Promise<Outcome> {
  const { ports, definition, deadline } = call;
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
  if (definition.rateLimitAlso) await enforceLimitAlso(call, { input, session });
  const fail = failOf(definition.errors);
  const claim = definition.idempotent ? await readClaim(call) : null;
  // 8. Rules about this very row.
  const asked = { input, session, db: ports.database(), fail, signal: deadline.signal };
  const { authorize, prepare } = definition;
  if (authorize && !(await deadline.race(() => authorize(asked)))) throw refuse('FORBIDDEN');
  // 9. Slow work, before a connection is held.
  const prepared: unknown = prepare && (await deadline.race(() => prepare(asked)));
  // 10. The effect, the claim of its key and its audit event: all or nothing.
  const later: AfterCommitWork[] = [];
  const data = await commitEffect(call, { input, session, prepared, fail }, claim, later);
  // 11. Cookies. 12. Stale caches.
  const done = { input, session, data };
  if (later.length > 0) await runAfterCommit(call, later);
  const { invalidates, redirectTo } = definition;
  if (invalidates) await invalidateAfter(call, () => invalidates(done));
  const location = redirectTo && (await settle(call, () => redirectTo(done)));
  return { result: { ok: true, data, errors: {} }, location };
}

/** A form stays usable: it gets a new key, or keeps its own while nobody knows whether the effect was saved. */
function withNextKey(
  { ports, definition, args, uncertain }: Call,
  result: Result<unknown, string>,
): Result<unknown, string> {
  if (!definition.idempotent) return result;
  const nextKey = (uncertain && args?.key) || ports.keys.issue(definition.id);
  return { ...result, nextKey };
}
