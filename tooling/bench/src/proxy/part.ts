import { budget } from '../lib/budget.ts';
import { median } from '../lib/median.ts';
import type { Part } from '../lib/part.ts';
import { openWindows, type Window } from './windows.ts';

const ROUNDS = 40;
const IN_A_TURN = 10;
const WARM_UP = 30;
const AT_MOST_MS = 1;

const KINDS = { call: 'call, with JavaScript', form: 'form, without JavaScript' } as const;
type Kind = keyof typeof KINDS;

/** What the rotation window costs the calls that need none of it: those of pages of this very build. */
export async function proxyPart(): Promise<Part> {
  const windows = await openWindows();
  try {
    const rows = [];
    const verdicts = [];
    for (const kind of Object.keys(KINDS) as Kind[]) {
      const shut = [];
      const open = [];
      for (const window of [windows.shut, windows.open]) await turn(window, kind, WARM_UP);
      for (let round = 0; round < ROUNDS; round += 1) {
        shut.push(...(await turn(windows.shut, kind, IN_A_TURN)));
        open.push(...(await turn(windows.open, kind, IN_A_TURN)));
      }
      const [before, after] = [median(shut), median(open)];
      const more = rounded(after - before);
      rows.push({
        name: KINDS[kind],
        'window shut': rounded(before),
        'window open': rounded(after),
      });
      verdicts.push(budget(`ms that an open window adds to a ${KINDS[kind]}`, more, AT_MOST_MS));
    }
    return {
      title: 'Milliseconds of an action call in production, with and without a rotation window',
      about:
        "Medians of single requests, one after the other, in turns side by side, to two processes of web's production build. The calls come without an `Origin`, so the engine refuses them before it asks the database. A form without JavaScript gets its whole page back.",
      rows,
      verdicts,
    };
  } finally {
    await windows.close();
  }
}

async function turn(window: Window, kind: Kind, amount: number): Promise<number[]> {
  const latencies: number[] = [];
  for (let at = 0; at < amount; at += 1) {
    const start = performance.now();
    const response = await window[kind]();
    await response.arrayBuffer();
    latencies.push(performance.now() - start);
    if (response.status !== 200) throw new Error(`A ${kind} was answered with ${response.status}`);
  }
  return latencies;
}

function rounded(ms: number): number {
  return Number(ms.toFixed(2));
}
