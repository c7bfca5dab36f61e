import type { Access } from '@repo/auth/access';
import type { Action, ActionDefinition, AnyDefinition, FieldOf } from './lib/definition.ts';
import type { ErrorMap } from './lib/fail.ts';
import type { InputSchema } from './lib/form-data/shape.ts';
import { runAction } from './lib/run-action.ts';

export type { ActionDefinition, Action, AfterCommit } from './lib/definition.ts';
export { path, tag, type Invalidation } from './lib/invalidation.ts';
export { unlimited, type RateLimit } from './lib/limit/limiter.ts';

const DEFINITION = Symbol.for('perimeter.definition');

/**
 * Declares a server action: the only way to write one. The result is an async function for a `'use server'` file;
 * it never throws, except for what the framework itself throws to redirect.
 *
 * @see docs/errors.md for the codes that it can answer with
 */
export function defineAction<
  const A extends Access,
  S extends InputSchema,
  const E extends ErrorMap<FieldOf<S>> = Record<never, never>,
  P = undefined,
  D = undefined,
>(definition: ActionDefinition<A, S, E, P, D>): Action<A, S, E, Awaited<D>> {
  const action = (...args: unknown[]) => runAction(definition, args);
  return Object.assign(action, { [DEFINITION]: definition }) as Action<A, S, E, Awaited<D>>;
}

/** The definition behind an action, or null when the function is none. For tools: the lock, the docs, tests. */
export function definitionOf(action: unknown): AnyDefinition | null {
  if (typeof action !== 'function' || !(DEFINITION in action)) return null;
  const definition = action[DEFINITION] as object;
  // A webhook keeps its own there.
  return 'provider' in definition ? null : (definition as AnyDefinition);
}
