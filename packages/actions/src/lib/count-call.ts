import {
  createNoopMeter,
  metrics,
  type Counter,
  type Histogram,
  type MeterProvider,
} from '@opentelemetry/api';
import type { Call } from './call.ts';
import { attributesOf, SCOPE } from './trace-call.ts';

/** Seconds; as for HTTP requests: https://opentelemetry.io/docs/specs/semconv/http/http-metrics/ */
const BOUNDARIES = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];

interface Instruments {
  calls: Counter;
  duration: Histogram;
}

const made = new WeakMap<MeterProvider, Instruments | null>();

/** Made anew when an SDK is registered: instruments from before that stay silent. Null while there is none. */
function currentInstruments(): Instruments | null {
  const provider = metrics.getMeterProvider();
  const known = made.get(provider);
  if (known !== undefined) return known;
  const meter = provider.getMeter(SCOPE);
  const instruments =
    meter === createNoopMeter()
      ? null
      : {
          calls: meter.createCounter('perimeter.action.calls', {
            description: 'Calls of actions, by how they ended',
            unit: '{call}',
          }),
          duration: meter.createHistogram('perimeter.action.duration', {
            description: 'How long calls of actions took',
            unit: 's',
            advice: { explicitBucketBoundaries: BOUNDARIES },
          }),
        };
  made.set(provider, instruments);
  return instruments;
}

/** Counts a call that is over, and how long it took. */
export function countCall(call: Call, outcome: string, ms: number): void {
  const instruments = currentInstruments();
  if (!instruments) return;
  const attributes = attributesOf(call, outcome);
  instruments.calls.add(1, attributes);
  instruments.duration.record(ms / 1000, attributes);
}
