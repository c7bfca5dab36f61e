/** The same work, written three times: the export of `app/src` that does it, and the name in its audit events. */
export const WAYS = {
  ours: { action: 'createOurs', audited: 'bench.ours' },
  'by hand': { action: 'createByHand', audited: 'bench.byHand' },
  'next-safe-action': { action: 'createSafely', audited: 'bench.safely' },
} as const;

export type Way = keyof typeof WAYS;
export const ways = Object.keys(WAYS) as Way[];

/** Something for each way. */
export type PerWay<T> = Record<Way, T>;

export function perWay<T>(make: (way: Way) => T): PerWay<T> {
  return Object.fromEntries(ways.map((way) => [way, make(way)])) as PerWay<T>;
}
