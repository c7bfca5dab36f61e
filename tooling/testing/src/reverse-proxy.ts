import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream';

/** How a reverse proxy of a test behaves. */
export interface ReverseProxyOptions {
  /** Base URL of the server behind it; of several, which take turns. */
  target: string | readonly string[];
  /** The local address that it connects from, as the server behind it sees it. */
  from?: string;
  /** Headers that it writes itself, over those of the client: as the edge of a platform does. */
  writes?: (client: string) => Record<string, string>;
}

/** A running reverse proxy. */
export interface ReverseProxy {
  /** Where it listens, on 127.0.0.1. */
  url: string;
  stop(): Promise<void>;
}

/**
 * A reverse proxy as nginx is with `proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for`: it appends the
 * address that connected to what the client wrote into that header, and passes everything else on as it came.
 */
export async function startReverseProxy(options: ReverseProxyOptions): Promise<ReverseProxy> {
  const targets = [options.target].flat();
  let taken = 0;
  const server = createServer((incoming, outgoing) => {
    const target = targets[taken++ % targets.length];
    const client = incoming.socket.remoteAddress ?? '';
    const claims = incoming.headersDistinct['x-forwarded-for'] ?? [];
    const written = {
      'x-forwarded-for': [...claims, client].join(', '),
      ...options.writes?.(client),
    };
    const passed = pairs(incoming.rawHeaders).filter(([name]) => !(name.toLowerCase() in written));
    const forwarded = request(
      new URL(incoming.url ?? '/', target),
      {
        method: incoming.method,
        ...(options.from && { localAddress: options.from }),
        headers: [...passed, ...Object.entries(written)].flat(),
      },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
        pipeline(answer, outgoing, () => {});
      },
    );
    forwarded.on('error', () => outgoing.headersSent || outgoing.writeHead(502).end());
    pipeline(incoming, forwarded, () => {});
  });
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

function pairs(raw: readonly string[]): [string, string][] {
  return raw.flatMap((name, at) => (at % 2 === 0 ? [[name, raw[at + 1] ?? '']] : []));
}
