import type { AccessKind } from '@repo/auth/access';
import type { Audience } from '@repo/auth/session';
import { databaseEnv } from '@repo/db/env';
import { actionsEnv } from './env.ts';
import { captureHttpExchange } from './http-exchange.ts';
import { captureConsole } from './lib/next/capture-console.ts';
import { nextPorts } from './lib/next/next-ports.ts';
import { refuseStart } from './lib/next/refuse-start.ts';
import { installPorts } from './lib/ports.ts';

export { refuseStart } from './lib/next/refuse-start.ts';
export { reportRequestError } from './lib/next/request-error.ts';

export interface StartOptions {
  app: Audience;
  /** Kinds of access that this app may offer. An action that asks for another kind answers NOT_FOUND here. */
  exposes: readonly AccessKind[];
}

/**
 * Makes actions work in a Next app. Call it once, in `register()` of `instrumentation.ts`, on the Node runtime.
 * Ends the process with one sentence per problem when the environment lacks something.
 */
export function startActions({ app, exposes }: StartOptions): void {
  captureHttpExchange();
  try {
    databaseEnv();
    const ports = nextPorts(app, exposes, actionsEnv());
    installPorts(ports);
    if (process.env.NODE_ENV === 'production') captureConsole(ports.logger);
  } catch (error) {
    refuseStart(app, error);
  }
}
