import { ProxyTracer, SpanStatusCode, trace, type Attributes } from '@opentelemetry/api';
import type { Call } from './call.ts';

/** The name under which spans and metrics of the engine are found. */
export const SCOPE = '@repo/actions';

/** What is ours to mend. Refusals are not: a 4xx is no error of an HTTP server's span either. */
const OURS = new Set(['INTERNAL', 'TIMEOUT', 'UNAVAILABLE']);

/**
 * Runs a call inside of a span that is named by its action, so that all it causes is found below it. Nothing that the
 * user sent gets in: the log line with the same id has the error. Whoever registered an SDK decides where spans go;
 * without one this is a look into a global.
 */
export function traceCall<T>(call: Call, work: () => Promise<T>): Promise<T> {
  const tracer = trace.getTracer(SCOPE);
  if (tracer instanceof ProxyTracer) return work();
  return tracer.startActiveSpan(call.definition.id, async (span) => {
    try {
      return await work();
    } finally {
      const outcome = call.outcome ?? 'INTERNAL';
      span.setAttributes({ ...attributesOf(call, outcome), 'perimeter.error_id': call.errorId });
      if (OURS.has(outcome)) {
        span.setAttribute('error.type', outcome);
        span.setStatus({ code: SpanStatusCode.ERROR });
      }
      span.end();
    }
  });
}

/** Few values each, so that they may name the series of a metric, too. */
export function attributesOf({ ports, definition }: Call, outcome: string): Attributes {
  return {
    'perimeter.action': definition.id,
    'perimeter.app': ports.app,
    'perimeter.outcome': outcome,
  };
}
