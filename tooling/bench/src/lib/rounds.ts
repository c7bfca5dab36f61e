import { median } from './median.ts';

/** One call of what is measured. */
export type Subject = () => Promise<unknown>;

export interface RoundOptions {
  /** Rounds in which every subject has its turn. */
  rounds: number;
  /** How long a turn lasts, roughly. */
  turnMs: number;
}

const WARM_UP_MS = 150;

/**
 * Microseconds of CPU per call of each subject (its collection of garbage included, waiting for a core not): the median
 * of its turns. All have a turn in every round, each round begins
 * with another one, so that noise of the machine hits all alike.
 */
export async function measure(
  subjects: Record<string, Subject>,
  { rounds, turnMs }: RoundOptions = { rounds: 40, turnMs: 5 },
): Promise<Record<string, number>> {
  const entries = Object.entries(subjects);
  const calls = new Map<string, number>();
  for (const [name, subject] of entries) {
    // Until the compiler has had its say, figures are those of the interpreter.
    for (const end = performance.now() + WARM_UP_MS; performance.now() < end;)
      await turn(subject, 50);
    calls.set(name, Math.max(5, Math.round((turnMs * 1000) / (await turn(subject, 100)))));
  }
  const turns = new Map(entries.map(([name]) => [name, [] as number[]]));
  for (let round = 0; round < rounds; round += 1) {
    for (let at = 0; at < entries.length; at += 1) {
      const [name, subject] = entries[(at + round) % entries.length] as [string, Subject];
      turns.get(name)?.push(await turn(subject, calls.get(name) ?? 1));
    }
  }
  return Object.fromEntries(entries.map(([name]) => [name, median(turns.get(name) ?? [])]));
}

async function turn(subject: Subject, calls: number): Promise<number> {
  const start = process.cpuUsage();
  for (let call = 0; call < calls; call += 1) await subject();
  const { user, system } = process.cpuUsage(start);
  return Math.max(1, user + system) / calls;
}

/** Figures with the digits that mean something. */
export function rounded(found: Record<string, number>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(found).map(([name, figure]) => [name, Number(figure.toPrecision(3))]),
  );
}
