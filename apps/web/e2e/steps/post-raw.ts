import { request as send } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

/** Sends a body part by part, as no browser does; gives the status, and after how many milliseconds. */
export function postRaw(
  url: string,
  headers: Record<string, string>,
  parts: Iterable<string>,
  pauseMs = 0,
): Promise<{ status: number; ms: number }> {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const request = send(url, { method: 'POST', headers }, (response) => {
      resolve({ status: response.statusCode ?? 0, ms: performance.now() - started });
      response.resume();
      request.destroy();
    });
    // After an answer that came before the whole body, the server hangs up.
    request.on('error', reject);
    void (async () => {
      for (const part of parts) {
        if (request.destroyed) return;
        request.write(part);
        if (pauseMs > 0) await wait(pauseMs);
      }
      request.end();
    })();
  });
}
