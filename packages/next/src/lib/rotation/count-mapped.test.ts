import { metrics } from '@opentelemetry/api';
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics';
import { expect, test } from 'vitest';
import { countMapped } from './count-mapped.ts';

test('calls from pages of other builds are counted, by how they were made; without an SDK nothing happens', async () => {
  countMapped('call');
  const exporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
  const reader = new PeriodicExportingMetricReader({ exporter });
  metrics.setGlobalMeterProvider(new MeterProvider({ readers: [reader] }));
  for (const transport of ['call', 'form', 'call'] as const) countMapped(transport);
  await reader.forceFlush();
  const [metric] = exporter.getMetrics().flatMap((it) => it.scopeMetrics[0]?.metrics ?? []);
  expect(metric?.descriptor.name).toBe('perimeter.rotation.calls');
  expect(metric?.dataPoints.map(({ attributes, value }) => [attributes.transport, value])).toEqual([
    ['call', 2],
    ['form', 1],
  ]);
});
