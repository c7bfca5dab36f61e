import type { Part } from './lib/part.ts';

/** All parts, in the order in which they run. Each is loaded when its turn comes. */
export const parts: Record<string, () => Promise<Part>> = {
  calls: async () => (await import('./calls/part.ts')).callsPart(),
  growth: async () => (await import('./growth/part.ts')).growthPart(),
  types: async () => (await import('./types/part.ts')).typesPart(),
  client: async () => (await import('./client/part.ts')).clientPart(),
  'round-trip': async () => (await import('./round-trip/part.ts')).roundTripPart(),
  proxy: async () => (await import('./proxy/part.ts')).proxyPart(),
  webhooks: async () => (await import('./webhooks/part.ts')).webhooksPart(),
  queue: async () => (await import('./queue/part.ts')).queuePart(),
  statements: async () => (await import('./statements/part.ts')).statementsPart(),
  slices: async () => (await import('./slices/part.ts')).slicesPart(),
  features: async () => (await import('./features/part.ts')).featuresPart(),
};
