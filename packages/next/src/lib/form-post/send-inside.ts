import type { HttpExchange } from '@repo/actions/http-exchange';
import { request, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { duplexPair } from 'node:stream';

/** What holds for one connection only, or is about the body that is replaced. */
const NOT_PASSED_ON = new Set([
  'connection',
  'content-encoding',
  'content-length',
  'content-type',
  'expect',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

const inside = new WeakSet<object>();

/** Whether a request is one that `sendInside` made. No header says so, so nobody outside can claim it. */
export function cameFromInside({ request: { socket } }: Pick<HttpExchange, 'request'>): boolean {
  return inside.has(socket);
}

/**
 * Gives a request once more to the server that took it, with another body, over a connection that exists in memory
 * only: no address, no name, no port, so there is nothing that a request could point elsewhere. Method, path and headers stay:
 * `Host`, `Origin`, cookies, and what says where the client is.
 */
export function sendInside(
  { server, request: original }: HttpExchange,
  body: Buffer,
  contentType: string,
): Promise<IncomingMessage> {
  const [client, socket] = duplexPair();
  inside.add(socket);
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        createConnection: () => client,
        method: original.method,
        path: original.url,
        headers: {
          ...passedOn(original.headers),
          'accept-encoding': 'identity',
          'content-type': contentType,
          'content-length': body.length,
        },
      },
      resolve,
    );
    sent.on('error', reject);
    server.emit('connection', socket);
    sent.end(body);
  });
}

/** What a client names in `Connection` stays, too: it must not choose what we see of its request. */
function passedOn(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  return Object.fromEntries(
    Object.entries(headers).filter(
      ([name, value]) => value !== undefined && !NOT_PASSED_ON.has(name),
    ),
  );
}
