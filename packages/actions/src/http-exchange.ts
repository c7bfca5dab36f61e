import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';

/** A request of this process, while it is answered. */
export interface HttpExchange {
  request: IncomingMessage;
  response: ServerResponse;
  /** The server that took the request. */
  server: Server;
  /** Where the request came from: the socket's other end, also when Next has handed the request on to itself. */
  address: string;
}

const held = globalThis as typeof globalThis & {
  perimeterExchange?: AsyncLocalStorage<HttpExchange>;
};

/** Remembers each request of this process's HTTP servers for the work that it causes. Call it once at the start. */
export function captureHttpExchange(): void {
  if (held.perimeterExchange) return;
  const storage = new AsyncLocalStorage<HttpExchange>();
  held.perimeterExchange = storage;
  // An action that belongs to another page reaches it by a request of Next to itself, with the same headers. The
  // address travels in one whose name no client can guess.
  const header = `x-address-${randomBytes(16).toString('hex')}`;
  subscribe('http.server.request.start', (message) => {
    const { request, response, server } = message as Omit<HttpExchange, 'address'>;
    const address = String(request.headers[header] ?? request.socket.remoteAddress ?? '');
    request.headers[header] = address;
    storage.enterWith({ request, response, server, address });
  });
}

/**
 * The HTTP request and response that the current work belongs to; null outside of one. Next gives actions and pages
 * neither: no socket (and what a client claims in `X-Forwarded-For` is all that it forwards), no status.
 */
export function httpExchange(): HttpExchange | null {
  return held.perimeterExchange?.getStore() ?? null;
}
