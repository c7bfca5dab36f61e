import { budget } from '../lib/budget.ts';
import type { Part, Row } from '../lib/part.ts';
import { checkTypes } from './check.ts';
import { typedContenders } from './sources.ts';

const ACTIONS = 300;

/** What the compiler has to do for 300 actions. */
export async function typesPart(): Promise<Part> {
  const rows: Row[] = Object.entries(typedContenders).map(([name, contender]) => {
    const none = checkTypes(contender, 0);
    const all = checkTypes(contender, ACTIONS);
    return {
      name,
      instantiations: all.instantiations,
      'of them for the imports alone': none.instantiations,
      'per action': Math.round((all.instantiations - none.instantiations) / ACTIONS),
      'seconds of checking': all.seconds,
    };
  });
  const [ours, other] = rows.map(({ instantiations }) => Number(instantiations));
  const ratio = Number(((ours ?? Number.NaN) / (other ?? Number.NaN)).toFixed(2));
  return {
    title: `Types of ${ACTIONS} actions`,
    about:
      'tsc --extendedDiagnostics over generated files of ten actions: four fields, a session, an error of their own, a call that reads the result. One thread.',
    rows,
    verdicts: [budget(`instantiations for ${ACTIONS} actions, of next-safe-action's`, ratio, 1)],
  };
}
