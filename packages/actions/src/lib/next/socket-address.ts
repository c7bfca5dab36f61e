import { randomBytes } from 'node:crypto';
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';

const LOOPBACK = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/;
const held = globalThis as typeof globalThis & { perimeterSocketHeader?: string };

/** Next hands a request on to itself when the action belongs to another page: the first of the two knows the client. */
export function socketAddress(
  { socket: { remoteAddress = '' } }: IncomingMessage,
  carried: unknown,
): string {
  const handedOn = typeof carried === 'string' && LOOPBACK.test(remoteAddress);
  return handedOn ? carried : remoteAddress;
}

/**
 * Next gives actions no socket, and forwards what a client claims in `X-Forwarded-For`. So each request of this
 * process's HTTP servers gets a header with the socket's address, before Next sees it. Its name is random, so that no
 * client can write it.
 * @returns the header's name
 */
export function captureSocketAddress(): string {
  if (held.perimeterSocketHeader) return held.perimeterSocketHeader;
  const header = `x-socket-${randomBytes(16).toString('hex')}`;
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage };
    request.headers[header] = socketAddress(request, request.headers[header]);
  });
  held.perimeterSocketHeader = header;
  return header;
}
