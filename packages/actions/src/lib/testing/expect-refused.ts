import type { Failure, State } from '../../result.ts';
import { argumentsOf, callerOf, send, type CallOptions, type CallReport } from './call-action.ts';
import { changedTables, fingerprint } from './fingerprint.ts';
import { refusalProblems, requireDefinition } from './refusal-problems.ts';

/** An action that can answer with these codes. */
export type RefusingAction<Code extends string> = (
  previous: unknown,
  form: FormData,
) => Promise<State<unknown, Code>>;

export interface RefusedOptions<Code extends string> extends CallOptions {
  /** The code that is expected. Default: any but INTERNAL. */
  code?: Exclude<NoInfer<Code>, 'INTERNAL'>;
}

/** What a refused call left behind. */
export interface RefusedReport<Code extends string> extends CallReport<never, Code> {
  result: Failure<Code>;
}

/**
 * Calls an action that has to refuse: with a declared code, a sentence, and nothing else. No row of any table changes
 * (but for audit events and limits), no cookie is set, no cache is told, no secret travels back or into the log.
 * With `fakes` instead of a database, rows are not compared.
 *
 * @returns the report of the call, for what else a test wants to know
 * @throws Error with everything that is wrong
 */
export async function expectRefused<Code extends string>(
  action: RefusingAction<Code>,
  input: FormData | object,
  options: RefusedOptions<Code> = {},
): Promise<RefusedReport<Code>> {
  const definition = requireDefinition(action);
  const { as = null, app = 'web', fakes = {}, code } = options;
  const caller = fakes.caller ?? (await callerOf(as, app));
  const args = argumentsOf(input, options);
  const state = fakes.transaction ? async () => new Map() : fingerprint;
  const before = await state();
  const report = await send(action, args, { ...options, fakes: { ...fakes, caller } });
  const tables = changedTables(before, await state());
  const answered = report.result?.ok === false ? report.result.code : null;
  const problems = [
    ...refusalProblems(definition, report, args),
    ...(tables.length > 0 ? [`changed rows of ${tables.join(', ')}`] : []),
    ...(code && answered && code !== answered ? [`answered ${answered} instead of ${code}`] : []),
  ];
  if (problems.length > 0) throw new Error(`${definition.id} ${problems.join('; it ')}`);
  return report as RefusedReport<Code>;
}
