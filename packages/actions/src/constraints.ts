import { readConstraints, type Constraints } from './lib/form-data/constraints.ts';
import type { InputSchema } from './lib/form-data/json-schema.ts';
import type { FieldOf } from './lib/definition.ts';

export type { Constraints, FieldConstraints } from './lib/form-data/constraints.ts';

const known = new WeakMap<InputSchema, Constraints>();

/**
 * HTML attributes for the fields of a form, from the schema of its action: plain data, that a page hands to the form.
 * For Server Components: in a client component the schema would take its whole library into the browser.
 *
 * @example
 * <NewPostForm org={org} constraints={constraintsOf(createPostSchema)} />
 */
export function constraintsOf<S extends InputSchema>(schema: S): Constraints<FieldOf<S>> {
  const constraints = known.get(schema) ?? readConstraints(schema);
  known.set(schema, constraints);
  return constraints as Constraints<FieldOf<S>>;
}
