import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Whether `port` can be listened on at `host`. */
export function isPortFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      // A machine without IPv6 has nothing there that could be taken.
      resolve(error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT');
    });
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

// Below the ports that systems give to outgoing connections and to `listen(0)`: one of those could be
// taken between the answer and its use, or while a server is restarted on it.
const LOWEST = 20_000;
const HIGHEST = 32_000;
const ATTEMPTS = 100;

/** Those that are free may still be about to be used. */
const given = new Set<number>();

/** A free port on 127.0.0.1, and another one each time. Throws an Error when it finds none. */
export async function getFreePort(): Promise<number> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const port = randomInt(LOWEST, HIGHEST);
    if (given.has(port)) continue;
    given.add(port);
    if (await isPortFree(port)) return port;
  }
  throw new Error(`No free port was found from ${LOWEST} to ${HIGHEST} on 127.0.0.1.`);
}
