import { readFileSync, writeFileSync } from 'node:fs';
import type { Part } from './part.ts';

/** What the last run of each part found. */
export interface Results {
  parts: Record<string, Part>;
}

const file = new URL('../../results.json', import.meta.url);

export function readResults(): Results {
  return JSON.parse(readFileSync(file, 'utf8')) as Results;
}

export function writeResults(results: Results): void {
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
}
