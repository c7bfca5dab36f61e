import { metrics } from '@opentelemetry/api';

/**
 * Counts a call that came from a page of another build and reached its action. While it still rises, somebody has such
 * a page open. Without a collector it goes nowhere.
 */
export function countMapped(transport: 'call' | 'form'): void {
  const meter = metrics.getMeter('@repo/next');
  const counter = meter.createCounter('perimeter.rotation.calls', {
    description: 'Calls from pages of builds with other keys, by how they were made',
    unit: '{call}',
  });
  counter.add(1, { transport });
}
