import type { SpanProcessor } from '@opentelemetry/sdk-trace';

/**
 * What Next tells of a request has its address with the query, and of an error its text, with whatever that quotes.
 * Both may hold what opens a door, and traces are read by more people than logs: a line of the log with the same trace
 * id has the error, cleaned.
 */
export function cleanSpans(next: SpanProcessor): SpanProcessor {
  return {
    onStart: (span, parent) => next.onStart(span, parent),
    onEnding(span) {
      if (span.name.includes('?')) span.updateName(withoutQuery(span.name));
      for (const [name, value] of Object.entries(span.attributes))
        if (typeof value === 'string' && value.includes('?'))
          span.setAttribute(name, withoutQuery(value));
      for (const { attributes } of span.events) {
        delete attributes?.['exception.message'];
        delete attributes?.['exception.stacktrace'];
      }
      if (span.status.message) span.setStatus({ code: span.status.code });
    },
    onEnd: (span) => next.onEnd(span),
    forceFlush: () => next.forceFlush(),
    shutdown: () => next.shutdown(),
  };
}

function withoutQuery(text: string): string {
  return text.replace(/\?\S*/g, '');
}
