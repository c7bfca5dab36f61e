import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';

interface HttpExchange {
  request: IncomingMessage;
  response: ServerResponse;
}

const held = globalThis as typeof globalThis & {
  perimeterExchange?: AsyncLocalStorage<HttpExchange>;
};

/** Remembers each request of this process's HTTP servers for the work that it causes. Call it once at the start. */
export function captureHttpExchange(): void {
  if (held.perimeterExchange) return;
  const storage = new AsyncLocalStorage<HttpExchange>();
  held.perimeterExchange = storage;
  subscribe('http.server.request.start', (message) => storage.enterWith(message as HttpExchange));
}

/**
 * The HTTP request and response that the current work belongs to; null outside of one. Next gives actions and pages
 * neither: no socket (and what a client claims in `X-Forwarded-For` is all that it forwards), no status.
 */
export function httpExchange(): HttpExchange | null {
  return held.perimeterExchange?.getStore() ?? null;
}
