import type { Verdict } from './part.ts';

/** A figure that must not pass its limit. */
export function budget(name: string, found: number, atMost: number): Verdict {
  return { budget: name, limit: `<= ${atMost}`, found, met: found <= atMost };
}
