import type { Instrumentation } from 'next';

export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { startTelemetry } = await import('@repo/next/telemetry');
  await startTelemetry('admin');
  const { startActions } = await import('@repo/actions/next');
  startActions({ app: 'admin', exposes: ['anyone', 'authenticated', 'staff'] });
}

export const onRequestError: Instrumentation.onRequestError = async (...args) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { reportRequestError } = await import('@repo/actions/next');
  reportRequestError(...args);
};
