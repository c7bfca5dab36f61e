import { trace } from '@opentelemetry/api';
import { pino, type DestinationStream } from 'pino';
import type { Logger } from './ports.ts';
import { redact } from './redact.ts';

/** JSON lines on standard output, without what is secret by its name, with the trace that they belong to. */
export function createLogger(app: string, level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: { app },
    mixin: currentTrace,
    // pino's own would fold the causes of an error into one message and drop their codes.
    serializers: { err: (described: unknown) => described },
    formatters: { log: (fields: object) => redact(fields) as Record<string, unknown> },
  };
  // Lines that arrive while one is being written go out together: no call waits for the log.
  return pino(options, destination ?? pino.destination({ sync: false }));
}

/** As https://opentelemetry.io/docs/specs/otel/compatibility/logging_trace_context/ names them. */
function currentTrace(): object {
  const span = trace.getActiveSpan()?.spanContext();
  return span ? { trace_id: span.traceId, span_id: span.spanId } : {};
}
