import fc from 'fast-check';
import { ORG_FIELD } from '../../result.ts';
import { shapeOf } from '../form-data/shape.ts';
import type { CallOptions, TestedAction } from './call-action.ts';
import { createJudge } from './fuzz-judge.ts';
import { attempts, fieldNames, toArguments, type Attempt, type Example } from './hostile-input.ts';
import { requireDefinition } from './refusal-problems.ts';

export interface FuzzOptions extends CallOptions {
  /**
   * A form that the action accepts. The first call sends it as it is, many others change a part of it. What the
   * definition calls `bound` is bound.
   */
  example?: Example;
  /** Calls to make. Default: 100. */
  calls?: number;
  /** Milliseconds that a call may take before it counts as hanging. Default: 10 000. */
  timeoutMs?: number;
  /** With `path`, repeats what a failure reported. */
  seed?: number;
  path?: string;
}

/** How often a fuzz was answered in which way: `done`, or a code. */
export type FuzzReport = Record<string, number>;

/**
 * Calls an action with whatever a client could send: forms of its own field names and hostile ones, wrong types,
 * files, huge texts and keys, broken text, objects, and arguments that are no form. The action never throws, never
 * answers INTERNAL or a code that is not declared, answers in time, and changes no row unless it answers `ok`.
 * The limit is not counted, so that calls reach the action.
 *
 * @throws Error with the smallest input that was found, and the seed that repeats it
 */
export async function fuzz(action: TestedAction, options: FuzzOptions = {}): Promise<FuzzReport> {
  const { id, input, bound: names = [] } = requireDefinition(action);
  const { example = {}, calls = 100, seed, path, timeoutMs = 10_000, org } = options;
  const bound = options.bound ?? pick(example, names);
  const judge = await createJudge(action, options, timeoutMs);
  const complete = org ? { ...example, [ORG_FIELD]: org.slug } : example;
  const first: Attempt = { form: [], over: 'the example', previous: null, bound: null };
  const property = fc.asyncProperty(attempts(fieldNames(shapeOf(input))), async (attempt) => {
    fc.pre(!judge.isOver());
    await judge.check(toArguments(attempt, complete, bound));
  });
  const found = await fc.check(property, {
    numRuns: calls,
    examples: [[first]],
    ...(seed !== undefined && { seed }),
    ...(path !== undefined && { path }),
  });
  if (!found.failed) return judge.report;
  throw new Error(
    [
      `${id} ${judge.problem}`,
      `with ${fc.stringify(found.counterexample?.[0])}`,
      `again: fuzz(action, { ..., seed: ${found.seed}, path: '${found.counterexamplePath}' })`,
    ].join('\n'),
    { cause: found.errorInstance },
  );
}

function pick(example: Example, names: readonly string[]): object | null {
  const bound = Object.entries(example).filter(([name]) => names.includes(name));
  return bound.length > 0 ? Object.fromEntries(bound) : null;
}
