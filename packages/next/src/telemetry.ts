import { nextEnv, requireSameDeployment } from './env.ts';

/**
 * Sends spans and metrics of this process to `OTEL_EXPORTER_OTLP_ENDPOINT`. Without that variable nothing is loaded.
 * Call it once, in `register()` of `instrumentation.ts` on the Node runtime, before anything else.
 * Ends the process with one sentence when the address is none, or the build is one of another deployment.
 * @param app names the service, unless `OTEL_SERVICE_NAME` does
 */
export async function startTelemetry(app: string): Promise<void> {
  try {
    const env = nextEnv();
    requireSameDeployment(env);
    if (!env.OTEL_EXPORTER_OTLP_ENDPOINT) return;
    const { startExport } = await import('./lib/start-export.ts');
    startExport(app);
  } catch (error) {
    const { refuseStart } = await import('@repo/actions/next');
    refuseStart(app, error);
  }
}
