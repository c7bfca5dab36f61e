import { context, metrics, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import {
  detectResources,
  envDetector,
  resourceFromAttributes,
  serviceInstanceIdDetector,
} from '@opentelemetry/resources';
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import { cleanSpans } from './clean-spans.ts';

const FLUSH_WITHIN_MS = 3_000;

/**
 * Registers the SDK: OTLP over HTTP as JSON; the exporters read the standard's variables themselves. Trace headers of
 * clients are not read: they would choose ids for us, and whether their own requests are recorded.
 */
export function startExport(app: string): void {
  const resource = resourceFromAttributes({ 'service.name': app }).merge(
    detectResources({ detectors: [envDetector, serviceInstanceIdDetector] }),
  );
  const spans = new BatchSpanProcessor({ exporter: new OTLPTraceExporter() });
  const traces = new TracerProvider({ resource, spanProcessors: [cleanSpans(spans)] });
  const reader = new PeriodicExportingMetricReader({ exporter: new OTLPMetricExporter() });
  const meters = new MeterProvider({ resource, readers: [reader] });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  trace.setGlobalTracerProvider(traces);
  metrics.setGlobalMeterProvider(meters);
  exitAfter(() => Promise.allSettled([traces.forceFlush(), meters.forceFlush()]));
}

/**
 * Told to stop, Next ends the process when its last connection is closed, and waits for nothing else. So everything is
 * sent at once, in case it is killed before, and what the last requests added once more at the end.
 */
function exitAfter(flush: () => Promise<unknown>): void {
  const exit = process.exit.bind(process);
  const patch = () => {
    const held = flush();
    process.exit = ((code) => {
      const patience = new Promise((done) => void setTimeout(done, FLUSH_WITHIN_MS));
      // A flush sends what is new, and does not wait for what is on its way.
      const sent = Promise.all([held, flush()]);
      void Promise.race([sent, patience]).finally(() => exit(code));
    }) as typeof process.exit;
  };
  process.once('SIGTERM', patch);
  process.once('SIGINT', patch);
}
