import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

/** What of OpenTelemetry is loaded after the start of a process of its own with this environment. */
function loaded(env: Record<string, string>): string[] {
  const telemetry = fileURLToPath(new URL('./telemetry.ts', import.meta.url));
  const script = `
    import { registerHooks } from 'node:module';
    const seen = new Set();
    registerHooks({
      resolve(specifier, context, next) {
        if (specifier.startsWith('@opentelemetry/')) seen.add(specifier);
        return next(specifier, context);
      },
    });
    const { startTelemetry } = await import(${JSON.stringify(telemetry)});
    await startTelemetry('test');
    console.log(JSON.stringify([...seen]));
    process.exit();`;
  const args = ['--input-type=module', '--eval', script];
  const set = { NODE_ENV: 'test', PATH: process.env.PATH ?? '', ...env } as const;
  return JSON.parse(execFileSync(process.execPath, args, { env: set }).toString()) as string[];
}

test('without the address of a collector nothing of OpenTelemetry is loaded', () => {
  expect(loaded({})).toEqual([]);
  expect(loaded({ OTEL_EXPORTER_OTLP_ENDPOINT: '' })).toEqual([]);
  const exporting = loaded({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9' });
  expect(exporting).toContain('@opentelemetry/sdk-trace');
});
