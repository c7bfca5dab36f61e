import { metrics, trace } from '@opentelemetry/api';
import { expect, test } from 'vitest';
import { createCall } from './call.ts';
import { countCall } from './count-call.ts';
import { recordingPorts } from './testing/recording-ports.ts';
import { traceCall } from './trace-call.ts';
import type { AnyDefinition } from './definition.ts';

test('without an SDK nothing is put around the work of a call', async () => {
  // Another file of this process may have registered one.
  trace.disable();
  metrics.disable();
  const options = { app: 'web', caller: async () => null, ip: '192.0.2.1', headers: {} } as const;
  const definition = { id: 't.silent' } as AnyDefinition;
  const call = createCall(recordingPorts(options, {}).ports, definition);
  const work = Promise.resolve('done');
  expect(traceCall(call, () => work)).toBe(work);
  expect(await work).toBe('done');
  expect(() => countCall(call, 'done', 1)).not.toThrow();
});
