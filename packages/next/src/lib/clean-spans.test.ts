import { SpanStatusCode } from '@opentelemetry/api';
import {
  InMemorySpanExporter,
  SimpleSpanProcessor,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import { expect, test } from 'vitest';
import { cleanSpans } from './clean-spans.ts';

const SECRET = 'opens-a-door';
const exporter = new InMemorySpanExporter();
const spanProcessors = [cleanSpans(new SimpleSpanProcessor({ exporter }))];
const tracer = new TracerProvider({ spanProcessors }).getTracer('test');

test('no query and no text of an error leaves with a span; the rest does', () => {
  const attributes = { 'http.target': `/reset?token=${SECRET}`, 'http.method': 'GET', list: [1] };
  const span = tracer.startSpan(`GET /reset?token=${SECRET}`, { attributes });
  span.recordException(Object.assign(new Error(`bad ${SECRET}`), { code: '42P01' }));
  span.setAttribute('http.url', `http://localhost/reset?token=${SECRET} as sent`);
  span.setStatus({ code: SpanStatusCode.ERROR, message: `bad ${SECRET}` });
  span.end();
  const [ended, ...more] = exporter.getFinishedSpans();
  expect(more).toEqual([]);
  expect(ended?.name).toBe('GET /reset');
  expect(ended?.attributes).toEqual({
    'http.target': '/reset',
    'http.url': 'http://localhost/reset as sent',
    'http.method': 'GET',
    list: [1],
  });
  expect(ended?.status).toEqual({ code: SpanStatusCode.ERROR });
  const events = ended?.events.map(({ name, attributes: told }) => [name, told]);
  expect(events).toEqual([['exception', { 'exception.type': '42P01' }]]);
});
