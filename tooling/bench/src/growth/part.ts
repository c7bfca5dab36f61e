import '../lib/resolve-libraries.ts';
import { ours } from '../calls/ours.ts';
import { budget } from '../lib/budget.ts';
import { measure, rounded, type Subject } from '../lib/rounds.ts';
import type { Part, Row } from '../lib/part.ts';

const SIZES = [10, 100, 1000];
/** Of each action: zod compiles each schema on its own. */
const WARM_UP_CALLS = 100;

/** Whether a call stays as cheap as it was while forms and products grow. */
export async function growthPart(): Promise<Part> {
  ours();
  const { manySubjects } = await import('./many.ts');
  const { wideSubjects } = await import('./wide.ts');
  const fields = await rowsOf('fields', wideSubjects);
  const actions = await rowsOf('actions', manySubjects);
  return {
    title: 'Growth: microseconds per call',
    about:
      'A form with so many fields, and an object of two to one of so many actions in turn; without checks.',
    rows: [...fields, ...actions],
    verdicts: [
      // Accepted up to 4: at 1,000 fields zod alone varies by a factor from run to run; a square would be 10.
      budget('overhead per field of 1,000, by that of 100', growth(fields, 1, [1000, 100]), 2, 4),
      budget('overhead per call of 1,000 actions, by that of 10', growth(actions, 0, [1, 1]), 2, 4),
    ],
  };
}

async function rowsOf(what: string, subjects: (size: number) => Record<string, Subject>) {
  const rows: Row[] = [];
  for (const size of SIZES) {
    const all = subjects(size);
    for (const [name, subject] of Object.entries(all)) {
      const answer = (await subject()) as { data?: unknown };
      for (let call = 0; call < WARM_UP_CALLS * (what === 'actions' ? size : 1); call += 1)
        await subject();
      if (answer.data === undefined) throw new Error(`${name} answers ${JSON.stringify(answer)}`);
    }
    const found = await measure(all, { rounds: 20, turnMs: 6 });
    rows.push({ name: `${size.toLocaleString('en')} ${what}`, ...rounded(found) });
  }
  return rows;
}

/** What the overhead of the largest is by that of a smaller one, each divided by what it is made of. */
function growth(rows: Row[], small: number, per: [large: number, small: number]): number {
  const overhead = (row?: Row) => Number(row?.ours) - Number(row?.['bare zod']);
  return Number((overhead(rows.at(-1)) / per[0] / (overhead(rows[small]) / per[1])).toFixed(2));
}
