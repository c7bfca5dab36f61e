import { context, metrics, SpanStatusCode, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics';
import {
  InMemorySpanExporter,
  SimpleSpanProcessor,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import { anyone } from '@repo/auth/access';
import type { Database, Transaction } from '@repo/db/client';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { defineAction } from '../define-action.ts';
import { call, formData } from '../testing.ts';
import type { ActionDefinition } from './definition.ts';
import type { Ports } from './ports.ts';
import { TestRedirect } from './testing/recording-ports.ts';
import { z } from './zod.ts';

const TYPED = 'typed-by-the-user';
const input = z.object({ title: z.string().max(100), password: z.string().optional() });
const errors = { TAKEN: { field: 'title', message: 'Taken.' } } as const;
const fakes: Partial<Ports> = {
  limiter: { limit: async () => ({ allowed: true, retryAfter: 1 }) },
  database: () => ({}) as Database,
  transaction: (work) => work({} as Transaction),
  audit: async () => {},
};

function action(
  id: string,
  more: Partial<ActionDefinition<typeof anyone, typeof input, typeof errors, undefined, string>>,
) {
  return defineAction<typeof anyone, typeof input, typeof errors, undefined, string>({
    id,
    access: anyone,
    rateLimit: { max: 100, window: '1 m' },
    input,
    errors,
    handler: () => 'data',
    ...more,
  });
}
const typed = () => formData({ title: TYPED, password: TYPED });
const run = (tried: ReturnType<typeof action>) => call(tried, typed(), { fakes });

const exported = new InMemorySpanExporter();
const measured = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
const reader = new PeriodicExportingMetricReader({ exporter: measured });

beforeAll(async () => {
  // A process calls actions before its SDK is there, too.
  await run(action('t.before', {}));
  const spanProcessors = [new SimpleSpanProcessor({ exporter: exported })];
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  trace.setGlobalTracerProvider(new TracerProvider({ spanProcessors }));
  metrics.setGlobalMeterProvider(new MeterProvider({ readers: [reader] }));
});
afterEach(() => exported.reset());

test('a call is one span, named by the action; its error id is that of the answer and of the log', async () => {
  const failing = action('t.failing', {
    handler: () => {
      throw new Error(`bad ${TYPED}`);
    },
  });
  const { result, log } = await run(failing);
  const spans = exported.getFinishedSpans();
  expect(spans.map(({ name }) => name)).toEqual(['t.failing']);
  const { errorId } = result as { errorId?: string };
  expect(errorId).toMatch(/^[0-9a-f]{12}$/);
  expect(spans[0]?.attributes).toEqual({
    'perimeter.action': 't.failing',
    'perimeter.app': 'web',
    'perimeter.outcome': 'INTERNAL',
    'perimeter.error_id': errorId,
    'error.type': 'INTERNAL',
  });
  expect(log.map((line) => line.errorId)).toEqual([errorId, errorId]);
  const { traceId, spanId } = spans[0]?.spanContext() ?? {};
  expect(log).toMatchObject(log.map(() => ({ trace_id: traceId, span_id: spanId })));
});

const away = (): never => {
  throw new TestRedirect('/away');
};
test.each<[string, boolean, Parameters<typeof action>[1]]>([
  ['done', false, {}],
  ['done', false, { redirectTo: () => '/next' }],
  ['LEFT_BY_FRAMEWORK', false, { handler: away }],
  ['TAKEN', false, { handler: ({ fail }) => fail.TAKEN() }],
  ['FORBIDDEN', false, { authorize: () => false }],
  ['INTERNAL', true, { handler: () => Promise.reject(new Error('x')) }],
  [
    'UNAVAILABLE',
    true,
    { handler: () => Promise.reject(Object.assign(new Error(), { code: '53300' })) },
  ],
  [
    'TIMEOUT',
    true,
    { handler: () => Promise.reject(Object.assign(new Error(), { code: '57014' })) },
  ],
  [
    'CONFLICT',
    false,
    { handler: () => Promise.reject(Object.assign(new Error(), { code: '40001' })) },
  ],
])('%s is told to the span, as an error of ours: %s', async (outcome, ours, more) => {
  await run(action('t.outcome', more));
  const [span] = exported.getFinishedSpans();
  expect(span?.attributes['perimeter.outcome']).toBe(outcome);
  expect(span?.attributes['error.type']).toBe(ours ? outcome : undefined);
  expect(span?.status.code).toBe(ours ? SpanStatusCode.ERROR : SpanStatusCode.UNSET);
});

test('nothing that was typed gets into a span, however the call ends', async () => {
  const thrown = Object.assign(new Error(TYPED), { name: TYPED, code: TYPED });
  await run(action('t.quiet', { handler: () => Promise.reject(thrown) }));
  await run(action('t.quiet', { handler: ({ input: { title } }) => title }));
  await call(action('t.quiet', {}), formData({ title: TYPED.repeat(9) }), { fakes });
  const spans = exported.getFinishedSpans();
  expect(spans).toHaveLength(3);
  const told = spans.map(({ name, attributes, status, events }) => [
    name,
    attributes,
    status,
    events,
  ]);
  expect(JSON.stringify(told)).not.toContain(TYPED);
});

test('what a call causes lies below its own span, while others run beside it', async () => {
  const working = action('t.working', {
    handler: async ({ input: { title } }) => {
      await new Promise((done) => setTimeout(done, Math.random() * 10));
      trace.getTracer('test').startSpan(`child of ${title}`).end();
      return '';
    },
    subject: ({ input: { title } }) => {
      trace.getActiveSpan()?.setAttribute('test.title', title);
      return title;
    },
  });
  const titles = Array.from({ length: 10 }, (_, at) => `title ${at}`);
  await Promise.all(titles.map((title) => call(working, { title }, { fakes })));
  const spans = exported.getFinishedSpans();
  for (const title of titles) {
    const own = spans.find(({ attributes }) => attributes['test.title'] === title);
    const child = spans.find(({ name }) => name === `child of ${title}`);
    expect(child?.parentSpanContext?.spanId).toBe(own?.spanContext().spanId);
    expect(own).toBeDefined();
  }
  expect(trace.getActiveSpan()).toBeUndefined();
});

test('calls are counted by action and outcome, with their duration in seconds', async () => {
  const slow = () => new Promise<string>((done) => void setTimeout(() => done(''), 30));
  await Promise.all([1, 2, 3].map(() => run(action('t.counted', { handler: slow }))));
  await run(action('t.counted', { authorize: () => false }));
  await reader.forceFlush();
  const series = (metric: string) =>
    (measured.getMetrics().at(-1)?.scopeMetrics ?? [])
      .flatMap((scope) => scope.metrics)
      .filter(({ descriptor }) => descriptor.name === metric)
      .flatMap(({ dataPoints }) => dataPoints as { attributes: object; value: unknown }[])
      .filter(({ attributes }) => Object.values(attributes).includes('t.counted'));
  const of = (outcome: string) => ({
    'perimeter.action': 't.counted',
    'perimeter.app': 'web',
    'perimeter.outcome': outcome,
  });
  expect(series('perimeter.action.calls')).toMatchObject([
    { attributes: of('done'), value: 3 },
    { attributes: of('FORBIDDEN'), value: 1 },
  ]);
  const durations = series('perimeter.action.duration');
  expect(durations).toMatchObject([
    { attributes: of('done'), value: { count: 3 } },
    { attributes: of('FORBIDDEN'), value: { count: 1 } },
  ]);
  const { sum } = (durations[0]?.value ?? {}) as { sum: number };
  expect(sum).toBeGreaterThan(0.08);
  expect(sum).toBeLessThan(10);
});
