import '../lib/resolve-libraries.ts';
import { budget } from '../lib/budget.ts';
import { measure, rounded, type Subject } from '../lib/rounds.ts';
import type { Part, Row, Verdict } from '../lib/part.ts';
import { bare } from './bare.ts';
import type { Contender, Send } from './contender.ts';
import { ours } from './ours.ts';
import { INVALID, VALID } from './work.ts';

const SHAPES = ['object', 'form'] as const;
const CHECKS = [0, 3] as const;

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

const INPUTS = {
  valid: { object: VALID, form: formOf(VALID) },
  invalid: { object: INVALID, form: formOf(INVALID) },
};

/** What a call costs beside what it does: the same schema, the same three checks, the same effect, all on memory. */
export async function callsPart(): Promise<Part> {
  // Loaded late: they import Next.
  const { safeAction } = await import('./safe-action.ts');
  const { zsa } = await import('./zsa.ts');
  const contenders: Record<string, Contender> = {
    'bare zod': bare,
    ours: ours(),
    'next-safe-action': safeAction,
    zsa,
  };
  const cases = Object.keys(INPUTS).flatMap((validity) =>
    SHAPES.flatMap((shape) => CHECKS.map((checks) => ({ validity, shape, checks }) as Case)),
  );
  const rows: Row[] = [];
  for (const of of cases) for (const it of Object.values(contenders)) await warmUp(subject(it, of));
  for (const of of cases) {
    const subjects = Object.entries(contenders).map(([name, it]) => [name, subject(it, of)]);
    await Promise.all(Object.entries(contenders).map(([name, it]) => prove(name, it, of)));
    const found = await measure(Object.fromEntries(subjects) as Record<string, Subject>);
    rows.push({
      name: `${of.shape}, ${of.validity}, ${of.checks} checks`,
      ...rounded(found),
      'of next-safe-action': ratio(found, 'next-safe-action'),
      'of zsa': ratio(found, 'zsa'),
    });
  }
  return {
    title: 'Microseconds per call',
    about:
      'Medians of interleaved rounds. All do the same three checks and the same effect, on memory. Ours also checks the origin, audits, and reports each call, to ports that do nothing. The ratios are of overhead: what a call costs beyond the same by hand (bare zod).',
    rows,
    verdicts: rows.filter(({ name }) => name.endsWith('3 checks')).flatMap(verdicts),
  };
}

interface Case {
  validity: keyof typeof INPUTS;
  shape: (typeof SHAPES)[number];
  checks: (typeof CHECKS)[number];
}

function subject(contender: Contender, { validity, shape, checks }: Case): Subject {
  const send: Send = contender[shape][checks];
  const input = INPUTS[validity][shape];
  return () => send(input);
}

/** All cases before the first is measured: a later one can undo what the compiler has made of a former. */
async function warmUp(send: Subject): Promise<void> {
  for (let call = 0; call < 5000; call += 1) await send();
}

/** A contender that fails early would win. */
async function prove(name: string, contender: Contender, of: Case): Promise<void> {
  const text = JSON.stringify(await subject(contender, of)());
  const done = text.includes('"id":"p1"');
  if (done !== (of.validity === 'valid')) throw new Error(`${name} answers ${text}`);
}

/** Overhead is what a call costs beyond zod and the checks by hand. */
function ratio(found: Record<string, number>, other: string): number {
  const overhead = (name: string) =>
    (found[name] ?? Number.NaN) - (found['bare zod'] ?? Number.NaN);
  return Number((overhead('ours') / overhead(other)).toFixed(2));
}

function verdicts(row: Row): Verdict[] {
  const accepted = row.name.includes('invalid') ? 0.9 : 0.6;
  const [next, zsa] = [Number(row['of next-safe-action']), Number(row['of zsa'])];
  return [
    budget(`overhead of ${row.name}, of next-safe-action's`, next, 0.5, accepted),
    budget(`overhead of ${row.name}, of zsa's`, zsa, 1),
  ];
}
