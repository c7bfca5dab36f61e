import type { Part } from './lib/part.ts';

/** All parts, in the order in which they run. Each is loaded when its turn comes. */
export const parts: Record<string, () => Promise<Part>> = {
  calls: async () => (await import('./calls/part.ts')).callsPart(),
};
