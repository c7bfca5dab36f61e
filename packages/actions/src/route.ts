import type { Access } from '@repo/auth/access';
import type { Action, FieldOf } from './lib/definition.ts';
import type { InputSchema } from './lib/form-data/shape.ts';
import { routeCache } from './lib/next/route-cache.ts';
import { runInRoute as run, type RouteAnswer, type RouteOptions } from './lib/run-in-route.ts';
import type { BuiltInCode } from './result.ts';

export { respond, type RouteAnswer, type RouteOptions } from './lib/run-in-route.ts';

/**
 * Runs an action in a route handler, with all its steps. `input` may be anything that came in: what is no form and no
 * object is refused. Read the body with a limit of your own: Next's is for actions only.
 *
 * @see docs/decisions/0014-actions-beside-forms.md
 */
export function runInRoute<A extends Access, S extends InputSchema, E, D>(
  action: Action<A, S, E, D>,
  input: unknown,
  options: RouteOptions = {},
): Promise<RouteAnswer<D, BuiltInCode | (keyof E & string), FieldOf<S>>> {
  return run(routeCache, action, input, options);
}
