import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';

const OF_THE_CONNECTION = new Set(['connection', 'keep-alive', 'transfer-encoding']);

/**
 * Answers a request with what another one was answered, as it came: status, a `location` that stays relative, each
 * `set-cookie`, the body. By way of Next's own response a redirect would need an address of this server's, and leave
 * the name that the client knows it by.
 */
export async function giveBack(answer: IncomingMessage, response: ServerResponse): Promise<void> {
  response.statusCode = answer.statusCode ?? 502;
  for (const [name, value] of Object.entries(answer.headers))
    if (value !== undefined && !OF_THE_CONNECTION.has(name)) response.setHeader(name, value);
  await pipeline(answer, response).catch((error: unknown) => {
    // Who asked has left; what was done stays done.
    if (!response.destroyed) throw error;
  });
}
