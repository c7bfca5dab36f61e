import type { Shape } from './shape.ts';

/** Steps that a field's name may have. */
export const MAX_DEPTH = 5;
const MAX_INDEX = 199;
const SEVERAL = /[.[\]]/;
const STEP = /\.?([^.[\]]+)|\[(\d{1,10})\]/gy;

/** The steps of a field's name: `tasks[2].title` is `['tasks', 2, 'title']`. Null when it is too deep or no name. */
export function parseFieldPath(name: string): (string | number)[] | null {
  if (name !== '' && !SEVERAL.test(name)) return [name];
  const steps: (string | number)[] = [];
  STEP.lastIndex = 0;
  while (STEP.lastIndex < name.length) {
    const match = STEP.exec(name);
    if (!match || steps.length === MAX_DEPTH || name.startsWith('.')) return null;
    steps.push(match[1] ?? Number(match[2]));
  }
  return steps;
}

/** The shape one step further, or null when the schema has nothing there. */
export function shapeAt(shape: Shape, step: string | number): Shape | null {
  if (shape.kind === 'object' && typeof step === 'string') return shape.fields.get(step) ?? null;
  if (shape.kind === 'list' && typeof step === 'number' && step <= MAX_INDEX) return shape.item;
  return null;
}

/** Whether the schema has a value (a leaf, or a list of them) under this name. */
export function isKnownField(root: Shape, name: string): boolean {
  let shape: Shape | null = root;
  for (const step of parseFieldPath(name) ?? [MAX_INDEX + 1]) shape = shape && shapeAt(shape, step);
  return shape !== null && shape.kind !== 'object';
}
