import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';

/** What a collector that takes its time has got, and how a process ended that was told to stop as Next is. */
async function stopped(answersAfterMs: number) {
  const bodies: string[] = [];
  const collector = createServer((request, response) => {
    void text(request).then(async (body) => {
      await wait(answersAfterMs);
      bodies.push(body);
      response.end('{}');
    });
  }).listen(0, '127.0.0.1');
  onTestFinished(() => {
    collector.close().closeAllConnections();
  });
  await once(collector, 'listening');
  const path = fileURLToPath(new URL('./start-export.ts', import.meta.url));
  const script = `
    import { trace } from '@opentelemetry/api';
    import { startExport } from ${JSON.stringify(path)};
    process.on('SIGTERM', () => setImmediate(() => process.exit(143)));
    startExport('test');
    trace.getTracer('test').startSpan('held').end();
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => {}, 60_000);`;
  const { port } = collector.address() as AddressInfo;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: fileURLToPath(new URL('.', import.meta.url)),
    env: { NODE_ENV: 'test', OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}` },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [code] = (await once(child, 'exit')) as [number | null];
  return { code, spans: bodies.filter((body) => body.includes('"held"')).length };
}

test('what is held is sent before the process ends, also by a collector that takes its time', async () => {
  expect(await stopped(300)).toEqual({ code: 143, spans: 1 });
});

test('a collector that does not answer holds the end back for some seconds only', async () => {
  expect(await stopped(30_000)).toEqual({ code: 143, spans: 0 });
});
