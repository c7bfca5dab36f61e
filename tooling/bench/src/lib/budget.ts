import type { Verdict } from './part.ts';

/**
 * A figure that must not pass its limit.
 * @param accepted up to where a miss is explained in docs/decisions/0016-budgets-of-the-bench.md
 */
export function budget(name: string, found: number, atMost: number, accepted?: number): Verdict {
  const verdict = { budget: name, limit: `<= ${atMost}`, found, met: found <= atMost };
  return accepted === undefined ? verdict : { ...verdict, accepted };
}

/** Whether the bench fails. */
export function fails({ met, found, accepted }: Verdict): boolean {
  return !met && !(accepted !== undefined && found <= accepted);
}
